package org.rongcuo.contract;

import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.tags.Tag;

/** The product's features as the contract's tags. */
final class Features {
    private static final Map<String, String> DESCRIPTIONS = Map.ofEntries(
            Map.entry("access", "机构、人员与权限 · organs, persons and who may do what"),
            Map.entry("tasks", "待办 · tasks"),
            Map.entry("policy", "容错政策与决策模型 · policies and their decision models"),
            Map.entry("checklist", "容错清单 · checklists"),
            Map.entry("procedure", "程序与期限 · procedure and deadlines"),
            Map.entry("cases", "容错与问责案件 · cases"),
            Map.entry("papers", "文书与模板 · official papers and their templates"),
            Map.entry("filing", "事前报备、事中监管与建议 · prior filing, monitoring and proposals"),
            Map.entry("consultation", "会商与听取意见 · meetings, votes and engagements"),
            Map.entry("aftercare", "纠错与关爱 · correction and support afterwards"),
            Map.entry("publication", "公示、案例与统计 · public notices, precedents and figures"),
            Map.entry("archive", "报备、归档与案卷 · registration, archive and dossier"),
            Map.entry("ledger", "办理记录与校验 · the record and its verification"),
            Map.entry("contract", "接口约定 · the contract itself"));

    /** Features that have a package of their own, and that callers know as a part of the course of a case. */
    private static final Map<String, String> PARTS =
            Map.of("verification", "cases", "determination", "cases", "terms", "cases");

    private Features() {}

    /** The feature that the contract tells of what stands in a package. */
    static String of(String name) {
        return PARTS.getOrDefault(name, name);
    }

    static Tag tag(String feature) {
        var description = DESCRIPTIONS.get(feature);
        if (description == null) {
            throw new IllegalStateException("package " + feature + " has endpoints but no tag in " + Features.class);
        }
        return OASFactory.createTag().name(feature).description(description);
    }
}
