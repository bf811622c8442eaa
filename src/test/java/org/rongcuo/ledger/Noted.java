package org.rongcuo.ledger;

import java.math.BigDecimal;
import org.rongcuo.shared.DomainEvent;

/** The events of these tests. */
record Noted(String chain, long stateVersion, String note, BigDecimal loss) implements DomainEvent {}
