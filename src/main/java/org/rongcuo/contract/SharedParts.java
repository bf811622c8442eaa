package org.rongcuo.contract;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** The headers that many operations share, of requests and of answers. */
final class SharedParts {
    private SharedParts() {}

    static Parameter parameter(String name) {
        var parameter =
                OASFactory.createParameter().name(name).in(Parameter.In.HEADER).required(true);
        return switch (name) {
            case "Idempotency-Key" ->
                parameter
                        .description(
                                "本次办理的唯一标识;同一标识、同样内容的重复请求得到同一答复,保留 24 小时"
                                        + " · unique to this act; a repeat with the same content gets the same answer, for 24 hours")
                        .schema(string().minLength(1).maxLength(255))
                        .example("01980f6e-52a1-7c3e-9d57-3b1f2a6c8e90");
            case "If-Match" ->
                parameter
                        .description("所读记录的 ETag · the ETag of the record as read")
                        .schema(string())
                        .example("\"7\"");
            default -> throw new IllegalArgumentException(name);
        };
    }

    static Header header(String name) {
        var header = OASFactory.createHeader();
        return switch (name) {
            case "ETag" ->
                header.description("记录的状态版本,办理时以 If-Match 送回 · the record's state version, for If-Match")
                        .schema(string())
                        .example("\"7\"");
            case "Location" ->
                header.description("所创建内容的地址 · address of what was created").schema(string().format("uri-reference"));
            case "Retry-After" ->
                header.description("多少秒后可重试 · seconds after which to retry")
                        .schema(OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                        .example(1);
            case "WWW-Authenticate" ->
                header.description("登录方式 · how to authenticate").schema(string());
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Schema string() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}
