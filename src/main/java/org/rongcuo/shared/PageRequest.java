package org.rongcuo.shared;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which page of a list a caller asks for. The cursor is opaque: it holds the sort key of the last item seen. */
public class PageRequest {
    @QueryParam("cursor")
    @Parameter(description = "上一页 next 中的游标 · the cursor of the previous page's next link")
    String cursor;

    @QueryParam("limit")
    @Parameter(description = "每页条数,缺省 50,最多 200 · items a page, 50 unless told, at most 200")
    Integer limit;

    @Context
    UriInfo uri;

    /** Items a page: 1 to 200, 50 unless told. @throws Problem 400 when outside */
    public int limit() {
        if (limit == null) {
            return 50;
        }
        if (limit < 1 || limit > 200) {
            throw Problem.withViolations(
                    ProblemType.MALFORMED_PARAMETER,
                    new Text("limit 应在 1 至 200 之间", "limit must be between 1 and 200"),
                    List.of(Violation.at("query/limit", "out-of-range", "应在 1 至 200 之间", "must be between 1 and 200")));
        }
        return limit;
    }

    /**
     * The sort key after which the page starts, null for the first page.
     *
     * @param parse reads the key; whatever it throws means a cursor that is not ours
     * @throws Problem 400 for a cursor that is not ours
     */
    public <K> K after(Function<String, K> parse) {
        if (cursor == null || cursor.isBlank()) {
            return null;
        }
        try {
            return parse.apply(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
        } catch (RuntimeException notOurs) {
            throw Problem.withViolations(
                    ProblemType.MALFORMED_PARAMETER,
                    new Text("cursor 无效,请从第一页重新开始", "The cursor is not valid, start again from the first page"),
                    List.of(Violation.at("query/cursor", "malformed-cursor", "游标无效", "not a cursor of this list")));
        }
    }

    /**
     * Makes the page from up to {@code limit + 1} rows: the extra row only tells that there is a next page.
     *
     * @param key the sort key of a row, as {@link #after} reads it
     * @param counted how many rows there are, counted up to one more than {@link Page#COUNT_CAP}
     */
    public <R, T> Page<T> page(List<R> rows, Function<R, String> key, Function<R, T> view, long counted) {
        var more = rows.size() > limit();
        var shown = more ? rows.subList(0, limit()) : rows;
        String next = null;
        if (more) {
            var last = key.apply(shown.get(shown.size() - 1));
            next = uri.getRequestUriBuilder()
                    .replaceQueryParam(
                            "cursor",
                            Base64.getUrlEncoder()
                                    .withoutPadding()
                                    .encodeToString(last.getBytes(StandardCharsets.UTF_8)))
                    .build()
                    .toString()
                    .replaceFirst("^https?://[^/]+", "");
        }
        return new Page<>(shown.stream().map(view).toList(), Page.Count.capped(counted), next);
    }
}
