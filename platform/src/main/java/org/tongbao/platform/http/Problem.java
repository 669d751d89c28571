package org.tongbao.platform.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.tongbao.contracts.Language;
import org.tongbao.contracts.Text;

/**
 * A problem before it is put into words.
 *
 * @param slug the last part of {@code urn:tongbao:problem:…}
 * @param headers to send with the answer, such as {@code Retry-After}
 */
public record Problem(
        int status, String slug, Text title, Text detail, List<Violation> violations, Map<String, String> headers) {
    private static final MediaType TYPE = new MediaType("application", "problem+json", "UTF-8");

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Body(
            String type,
            String title,
            int status,
            String detail,
            String instance,
            @JsonProperty("violations") List<BodyViolation> violations) {}

    record BodyViolation(String pointer, String reason, String detail) {}

    public Response response(HttpHeaders request, UriInfo uri) {
        Language language = Language.of(request.getAcceptableLanguages());
        var body = new Body(
                "urn:tongbao:problem:" + slug,
                title.in(language),
                status,
                detail.in(language),
                uri.getRequestUri().getPath(),
                violations.stream()
                        .map(it -> new BodyViolation(
                                it.pointer(), it.reason(), it.detail().in(language)))
                        .toList());
        var response = Response.status(status)
                .type(TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .entity(body);
        headers.forEach(response::header);
        return response.build();
    }
}
