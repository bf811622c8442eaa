package org.rongcuo.procedure;

/**
 * The words that templates of official papers are filled with: {@code {{案号}}} stands for {@link #CASE_NUMBER}. Which of
 * them a paper has is said by its {@link PaperKind}; those of every paper are given by whoever issues it, the others by the
 * {@link PaperSource}. A word that has nothing to say is the empty text; a text of several lines becomes as many paragraphs.
 */
public enum PaperWord {
    // Of every paper.
    NUMBER("文号", "嵊容认〔2026〕3号"),
    ORGAN("机关", "中共嵊泗县纪律检查委员会"),
    ADDRESSEE("主送", "张三同志"),
    DATED("成文日期", "2026年11月27日"),

    // Of the case.
    CASE_NUMBER("案号", "嵊容〔2026〕12号"),
    MATTER("事项", "外岛撬装式加油先行先试"),
    APPLICANT("申请人", "张三"),
    APPLIED_ON("申请日期", "2026年9月1日"),
    SUBJECT("当事人", "张三"),
    PARTICULARS("当事人情况", "中共党员,项目负责人"),
    CONDUCT_PERIOD("行为期间", "2026年3月1日至2026年4月30日"),

    // Of acceptance, refusal and supplement.
    REASONS("理由", "属先行先试,集体决策,未谋私利,损失已及时挽回。"),
    COMPLEXITY("办理类别", "一般"),
    TERM("办理期限", "2026年12月31日"),
    WANTED("补正材料", "1.班子会议纪要;\n2.设备比选记录。"),
    SUPPLY_BY("补正期限", "2026年9月20日"),

    // Of the verification report.
    SOURCE("来源", "申请人申请"),
    INVESTIGATORS("核实人员", "李四、王五"),
    VERIFICATION("核实经过", "2026年9月5日至10月8日,核实组查阅会议纪要等材料,并与当事人谈话。"),
    STATEMENT("当事人陈述", "事前经班子集体研究,事后主动更换设备。"),
    CLAIMS("申辩核查", "申辩一:事前经集体研究。经核实,属实。"),
    EVIDENCE("证据", "1.班子会议纪要;\n2.谈话记录。"),
    FINDINGS("核实意见", "建议按减责办理。"),
    SIGNATURES("核实人员签名", "核实人员(签名):李四\n核实人员(签名):王五"),

    // Of the determination, its review and its feedback.
    FACTS("事实", "为解决外岛居民加油难,经集体研究先行先试撬装式加油;设备选型失误造成损失,发现后及时更换、挽回影响。"),
    RECOMMENDATION("建议", "免责"),
    BASIS("依据", "《舟山市容错免责认定》:未触及底线,符合容错情形“先行先试”,结论为“免责”,依据是《舟山市容错纠错实施办法》第五条。"),
    APPLICABLE_RULES("适用规则", "行为时与认定时的规则结论一致,适用行为时的规则。"),
    OPEN_ITEMS("未查明事项", ""),
    OUTCOME("结论", "免责"),
    LADDER_STEP("档次", ""),
    DISCIPLINE_FORM("形态", ""),
    DEPARTURE("不一致理由", ""),
    MEETING("会议", "县纪委常委会会议"),
    MEETING_ON("会议日期", "2026年10月12日"),
    EFFECTS("结果运用", "1.年度考核免予扣分;\n2.提拔任用、职级晋升不作负面评价。"),
    REMEDIES("救济途径", "对本认定不服的,可以自收到本认定书之日起三十日内申请复议。"),
    DETERMINATION_NUMBER("认定文号", "嵊容认〔2026〕3号"),
    DETERMINED_ON("认定日期", "2026年10月12日"),
    DELIVERED_ON("送达日期", "2026年10月15日"),
    DELIVERY("送达方式", "当面送达"),
    NOTE("备注", ""),
    REVIEWED("复议对象", "容错认定"),
    REVIEW_REQUEST("复议申请情况", "张三(中共党员,项目负责人)对本机关于2026年10月12日作出的容错认定不服,于2026年10月20日申请复议。"),
    GROUNDS("复议理由", "认定未考虑事前报备的情形。"),
    ORIGINAL("原认定", "减责,从轻"),
    REVIEW_FINDINGS("复议查明", "该事项已于行为前报备并获同意。"),
    REVIEW_OUTCOME("复议结论", "变更原认定,对张三同志予以免责"),

    // Of the public notice.
    NOTICE("公示内容", "经集体研究,认定张三同志在外岛撬装式加油先行先试中的失误符合容错情形,予以免责。"),
    AUDIENCE("公示范围", "所在单位"),
    NOTICE_FROM("公示起日", "2026年11月2日"),
    NOTICE_UNTIL("公示止日", "2026年11月6日"),
    OBJECTIONS("异议方式", "对公示内容有异议的,可以署名或者不署名提出,并附有关证据材料。"),

    // Of the correction notice.
    FAULT("问题", "设备比选未留存完整记录。"),
    PLAN("整改方案", "补齐设备比选记录,完善采购制度。"),
    MEASURES("整改措施", "1.补齐比选记录;\n2.完善采购制度。"),
    CORRECT_BY("整改期限", "2026年12月20日"),
    BASED_ON("整改依据", "嵊容认〔2026〕3号"),

    // Of the feedback on a filing.
    FILED_ON("报备日期", "2026年2月1日"),
    FILING_ANSWER("反馈结果", "予以报备"),
    FILING_OPINION("反馈意见", "同意按方案先行先试,实施中过程留痕。"),
    RISKS("风险提示", "设备选型应当充分比选。"),
    MONITORING("监管要求", "每季度报告一次实施情况,发现偏差及时纠正。"),
    VALIDITY("有效期", "2026年2月10日至2027年2月9日");

    private final String word;
    private final String sample;

    PaperWord(String word, String sample) {
        this.word = word;
        this.sample = sample;
    }

    /** As it stands in templates, between double braces. */
    public String word() {
        return word;
    }

    /** What a preview puts in its place. */
    public String sample() {
        return sample;
    }
}
