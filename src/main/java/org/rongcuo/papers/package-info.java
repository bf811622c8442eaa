/**
 * The official papers (文书): templates that policy staff replace, papers issued from the record with their numbers, set as
 * DOCX and PDF in the layout of GB/T 9704-2012 and kept unchanged. May use {@code cases} and what stands below it; knows no
 * feature, for each gives the content of its papers by a {@code PaperSource}.
 */
package org.rongcuo.papers;
