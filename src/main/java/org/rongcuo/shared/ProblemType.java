package org.rongcuo.shared;

/**
 * The catalogue of everything that can go wrong for a caller; one entry, one {@code type} URI of RFC 9457. The slug is
 * stable and part of the contract; clients branch on it, never on the wording.
 */
public enum ProblemType {
    MALFORMED_REQUEST("malformed-request", 400, "请求格式错误", "Malformed request"),
    MALFORMED_PARAMETER("malformed-parameter", 400, "请求参数格式错误", "Malformed parameter"),
    IDEMPOTENCY_KEY_MISSING("idempotency-key-missing", 400, "缺少 Idempotency-Key", "Idempotency-Key missing"),
    NOT_AUTHENTICATED("not-authenticated", 401, "未登录或登录无效", "Not authenticated"),
    NOT_ALLOWED("not-allowed", 403, "无权进行此操作", "Not allowed"),
    PERSON_UNKNOWN("person-unknown", 403, "本系统没有登记此账户对应的人员", "No person is registered for this account"),
    NOT_FOUND("not-found", 404, "未找到", "Not found"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "不支持此请求方法", "Method not allowed"),
    NOT_ACCEPTABLE("not-acceptable", 406, "无法以所要求的格式答复", "Not acceptable"),
    ACT_NOT_POSSIBLE("act-not-possible", 409, "当前不能进行此项办理", "The act is not possible now"),
    CONFLICT("conflict", 409, "与现有数据冲突", "Conflict with what exists"),
    BUSY("busy", 409, "记录正被他人办理,请稍后重试", "The record is busy, try again shortly"),
    STALE("stale", 412, "记录已被更新,请重新读取", "The record has changed since it was read"),
    TOO_LARGE("too-large", 413, "内容超过大小上限", "Content too large"),
    URI_TOO_LONG("uri-too-long", 414, "请求地址过长", "URI too long"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "不支持此内容类型", "Unsupported media type"),
    INVALID("invalid", 422, "内容不符合要求", "The content is not valid"),
    IDEMPOTENCY_KEY_REUSED(
            "idempotency-key-reused", 422, "Idempotency-Key 已用于其他内容", "Idempotency-Key was used with other content"),
    MODEL_REFUSED("model-refused", 422, "决策模型未通过检查", "The decision model was refused"),
    PRECONDITION_REQUIRED("precondition-required", 428, "缺少 If-Match", "If-Match is required"),
    TOO_MANY_REQUESTS("too-many-requests", 429, "请求过于频繁", "Too many requests"),
    HEADERS_TOO_LARGE("headers-too-large", 431, "请求头过大", "Request headers too large"),
    INTERNAL("internal", 500, "系统内部错误", "Internal error"),
    UNAVAILABLE("unavailable", 503, "服务暂不可用", "Service unavailable");

    private final String slug;
    private final int status;
    private final Text title;

    ProblemType(String slug, int status, String zh, String en) {
        this.slug = slug;
        this.status = status;
        this.title = new Text(zh, en);
    }

    /** The kebab-case code, also the last segment of {@link #uri()}. */
    public String slug() {
        return slug;
    }

    /** The HTTP status every problem of this type answers with. */
    public int status() {
        return status;
    }

    /** The short, constant summary of the type. */
    public Text title() {
        return title;
    }

    /** The {@code type} member: a relative reference, {@code /problems/<slug>}. */
    public String uri() {
        return "/problems/" + slug;
    }
}
