package org.rongcuo.demo;

import java.util.Optional;

/** What the demo prints when it is ready: the address, the logins, three lines to try. */
final class Welcome {
    private Welcome() {}

    static String text(String address, Optional<String> exampleCase) {
        var third = exampleCase
                .map(id -> "# the ledger of the worked example · 示例案件的台账\ncurl -u inspector.330900:"
                        + DemoIdentities.PASSWORD + " " + address + "/api/v1/cases/" + id + "/ledger")
                .orElse("# all cases of the city, as its inspector · 全市案件\ncurl -u inspector.330900:"
                        + DemoIdentities.PASSWORD + " " + address + "/api/v1/cases");
        return """

                Rongcuo 容错 is ready: open %1$s/console/ in a browser · 请在浏览器中打开
                  API %1$s/api/v1 · contract %1$s/q/openapi · health %1$s/q/health

                Logins (HTTP Basic), password %2$s:
                  <role>.330900 and <role>.330922, role one of applicant, handler, decider, coordinator, registrar,
                      organisation, supervisor, policy-editor, policy-approver, inspector, administrator
                  administrator.000000, policy-editor.000000, policy-approver.000000
                  a second person of each: decider.330900-2; a third coordinator, co-lead: coordinator.330922-3
                  Rights hold for the jurisdiction and all below it: 000000 China > 330900 Zhoushan > 330922 Shengsi.

                Try:
                # which rule books speak today in Shengsi, without login · 嵊泗县今日适用的办法
                curl '%1$s/api/v1/policies/resolve?jurisdiction=330922'
                # the cases an applicant sees · 申请人所见的案件
                curl -u applicant.330922:%2$s %1$s/api/v1/cases
                %3$s

                Ctrl-C stops it; the data is kept. Demo only: fictional persons, a password everybody knows.
                """.formatted(address, DemoIdentities.PASSWORD, third);
    }
}
