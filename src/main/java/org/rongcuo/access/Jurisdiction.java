package org.rongcuo.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Arrays;
import java.util.List;
import org.rongcuo.shared.Text;

/** A jurisdiction (行政区划): its code is that of GB/T 2260 (zones: nine digits) and stable; mergers name a successor. */
@Entity
public class Jurisdiction {
    @Id
    private String code;

    @Column(name = "name_zh")
    private String nameZh;

    @Column(name = "name_en")
    private String nameEn;

    @Column(name = "parent_code")
    private String parentCode;

    private String path;

    @Column(name = "case_prefix")
    private String casePrefix;

    @Column(name = "superseded_by")
    private String supersededBy;

    protected Jurisdiction() {}

    Jurisdiction(String code, Text name, Jurisdiction parent, String casePrefix) {
        this.code = code;
        this.nameZh = name.zh();
        this.nameEn = name.en();
        this.parentCode = parent.code;
        this.path = parent.path + code + "/";
        this.casePrefix = casePrefix;
    }

    public String code() {
        return code;
    }

    public Text name() {
        return new Text(nameZh, nameEn);
    }

    /** The parent's code, null at the root. */
    public String parentCode() {
        return parentCode;
    }

    /** The codes from the root down to this one, each between slashes. */
    public String path() {
        return path;
    }

    /** The codes from the root down to this one. */
    public List<String> codes() {
        return Arrays.asList(path.substring(1).split("/"));
    }

    /** The short name that opens case numbers: 舟 in 舟容〔2026〕123号. */
    public String casePrefix() {
        return casePrefix;
    }

    /** The code of the jurisdiction this one was merged into, null while it exists. */
    public String supersededBy() {
        return supersededBy;
    }

    /** Whether the other is this one or lies below it. */
    public boolean contains(Jurisdiction other) {
        return other.path.startsWith(path);
    }
}
