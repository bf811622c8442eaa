package org.rongcuo.dmn;

import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNMessageType;
import org.rongcuo.shared.Text;

/** What the engine's validation says, in words of ours by the kind of its message; its own text is quoted behind them. */
final class EngineWords {
    private EngineWords() {}

    /** Whether it says nothing to a policy officer: diagrams are drawn by editors and decide nothing. */
    static boolean isNoise(DMNMessage message) {
        return message.getMessageType() == DMNMessageType.DMNDI_MISSING_DIAGRAM
                || message.getMessageType() == DMNMessageType.DMNDI_UNKNOWN_REF;
    }

    static Text of(DMNMessage message) {
        var kind = kind(message.getMessageType());
        var quoted = Findings.quote(message.getText());
        return new Text(kind.zh() + "(引擎原文:" + quoted + ")", kind.en() + " (the engine says: " + quoted + ")");
    }

    private static Text kind(DMNMessageType type) {
        return switch (type) {
            case REQ_NOT_FOUND -> new Text("所依赖的事项或决策不存在", "a required item or decision does not exist");
            case TYPE_REF_NOT_FOUND, TYPE_DEF_NOT_FOUND, MISSING_TYPE_REF ->
                new Text("取值类型不存在或没有写明", "a type does not exist or is not stated");
            case TYPEREF_MISMATCH, ILLEGAL_USE_OF_TYPEREF ->
                new Text("两处写的取值类型不一致", "the types stated in two places differ");
            case VARIABLE_NAME_MISMATCH ->
                new Text("变量的名称应与其事项或决策相同", "a variable is to bear the name of its item or decision");
            case INVALID_NAME, MISSING_NAME, ILLEGAL_USE_OF_NAME, DUPLICATE_NAME ->
                new Text("名称缺失、重复或不可用", "a name is missing, not unique or not admissible");
            case DUPLICATED_ITEM_DEF -> new Text("取值类型重复定义", "a type is defined twice");
            case MISSING_EXPRESSION -> new Text("决策没有内容", "a decision has no expression");
            case MISSING_OUTPUT_VALUES -> new Text("输出列没有列出可选值", "an output column does not list its values");
            case ERR_COMPILING_FEEL, INVALID_SYNTAX -> new Text("格内的表达式不能编译", "an expression does not compile");
            case FAILED_XML_VALIDATION -> new Text("文件不符合 DMN 的格式", "the file does not fit the DMN schema");
            default -> new Text("引擎校验提示", "the engine's validation remarks");
        };
    }
}
