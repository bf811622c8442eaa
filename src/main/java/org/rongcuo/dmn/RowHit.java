package org.rongcuo.dmn;

/**
 * A row whose conditions the facts meet.
 *
 * @param id the row's id
 * @param number its place in the table, from 1
 * @param selected whether the hit policy chose it for the value; false for a row that matched behind a chosen one
 * @param basis the article it rests on (依据); empty if none is written
 * @param note the row in plain words (说明); empty if none are written
 * @param catchAll whether it is a catch-all (兜底条款)
 */
public record RowHit(String id, int number, boolean selected, String basis, String note, boolean catchAll) {}
