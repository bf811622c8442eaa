package org.rongcuo.dmn;

import java.util.Map;
import java.util.Set;

/** The XML namespaces that a model may use, and what becomes of each. */
final class Namespaces {
    /** DMN 1.3, the form in which models are kept. */
    static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";

    static final String DMNDI = "https://www.omg.org/spec/DMN/20191111/DMNDI/";
    static final String DI = "http://www.omg.org/spec/DMN/20180521/DI/";
    static final String DC = "http://www.omg.org/spec/DMN/20180521/DC/";
    static final String RC = "https://rongcuo.org/dmn";

    /** Each known namespace with the one that takes its place. */
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry(DMN, DMN),
            Map.entry("http://www.omg.org/spec/DMN/20180521/MODEL/", DMN),
            Map.entry("https://www.omg.org/spec/DMN/20211108/MODEL/", DMN),
            Map.entry("https://www.omg.org/spec/DMN/20230324/MODEL/", DMN),
            Map.entry(DMNDI, DMNDI),
            Map.entry("http://www.omg.org/spec/DMN/20180521/DMNDI/", DMNDI),
            Map.entry("https://www.omg.org/spec/DMN/20211108/DMNDI/", DMNDI),
            Map.entry("https://www.omg.org/spec/DMN/20230324/DMNDI/", DMNDI),
            Map.entry(DI, DI),
            Map.entry(DC, DC),
            Map.entry(RC, RC));

    /** What editors leave behind; dropped, whatever it says. */
    private static final Set<String> NOISE = Set.of(
            "http://bpmn.io/schema/dmn/biodi/1.0",
            "http://bpmn.io/schema/dmn/biodi/2.0",
            "http://camunda.org/schema/1.0/dmn",
            "http://camunda.org/schema/modeler/1.0",
            "http://camunda.org/schema/zeebe/1.0",
            "http://www.w3.org/2001/XMLSchema-instance");

    private static final Set<String> FEEL = Set.of(
            "feel",
            "https://www.omg.org/spec/FEEL/20140401",
            "http://www.omg.org/spec/FEEL/20140401",
            "http://www.omg.org/spec/DMN/20180521/FEEL/",
            "https://www.omg.org/spec/DMN/20191111/FEEL/",
            "https://www.omg.org/spec/DMN/20211108/FEEL/",
            "https://www.omg.org/spec/DMN/20230324/FEEL/");

    private Namespaces() {}

    /** The namespace that stands for this one in the normal form, or null if it is unknown. */
    static String normal(String namespace) {
        return namespace == null ? null : KNOWN.get(namespace);
    }

    static boolean isNoise(String namespace) {
        return namespace != null && NOISE.contains(namespace);
    }

    static boolean isFeel(String language) {
        return FEEL.contains(language) || language.equalsIgnoreCase("feel");
    }

    /** The prefix, with its colon, that elements of a normal namespace bear. */
    static String prefix(String normalNamespace) {
        return switch (normalNamespace) {
            case DMN -> "";
            case DMNDI -> "dmndi:";
            case DI -> "di:";
            case DC -> "dc:";
            case RC -> "rc:";
            default -> throw new IllegalArgumentException("not a normal namespace");
        };
    }
}
