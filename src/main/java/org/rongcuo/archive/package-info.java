/**
 * The end of a case: registration with the party committee (报备), the check of the record's completeness, the archive
 * (归档) and the dossier (一案一档). May use {@code cases} and what stands below it, and reads {@code ledger}.
 */
package org.rongcuo.archive;
