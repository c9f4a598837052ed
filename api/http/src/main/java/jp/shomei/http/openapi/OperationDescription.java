package jp.shomei.http.openapi;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.http.access.AllowedTo;
import jp.shomei.http.access.Role;
import jp.shomei.http.language.Sentences;
import jp.shomei.http.message.ConsistencyToken;
import jp.shomei.http.refusal.Problem;
import jp.shomei.http.refusal.Statuses;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.http.HttpHeaders;
import org.springframework.util.StringUtils;
import org.springframework.web.method.HandlerMethod;

/** Completes the description of an endpoint by what its annotations say: roles, refusals, consistency. */
final class OperationDescription implements OperationCustomizer {
    private static final String PROBLEM = "#/components/schemas/" + Problem.class.getSimpleName();
    private final Sentences sentences;

    OperationDescription(Sentences sentences) {
        this.sentences = sentences;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod endpoint) {
        String name = endpoint.getBeanType().getSimpleName().replace("Controller", "");
        operation.setOperationId(StringUtils.uncapitalize(name)
                + StringUtils.capitalize(endpoint.getMethod().getName()));
        String capability = endpoint.getBeanType().getPackageName();
        operation.setTags(List.of(capability.substring(capability.lastIndexOf('.') + 1)));
        describeAccess(operation, endpoint);
        if (endpoint.hasMethodAnnotation(SeesChanges.class)) {
            operation.addParametersItem(new HeaderParameter()
                    .name(ConsistencyToken.HEADER)
                    .required(false)
                    .description("from a command's answer: wait until its events can be seen")
                    .schema(new StringSchema()));
        }
        if (endpoint.hasMethodAnnotation(TellsConsistency.class)) {
            operation.getResponses().values().forEach(OperationDescription::addConsistencyToken);
        }
        addRefusals(operation, refusals(operation, endpoint));
        return operation;
    }

    private static void describeAccess(Operation operation, HandlerMethod endpoint) {
        AllowedTo allowed = endpoint.getMethodAnnotation(AllowedTo.class);
        if (allowed == null) {
            operation.setSecurity(List.of());
            return;
        }
        List<Role> byToken =
                Arrays.stream(allowed.value()).filter(Role::isByToken).toList();
        List<SecurityRequirement> keys = new ArrayList<>();
        List<String> words = new ArrayList<>();
        if (!byToken.isEmpty()) {
            keys.add(new SecurityRequirement().addList(ApiDescription.TOKEN));
            words.add(byToken.stream().map(Role::title).collect(Collectors.joining(", ", "Token of: ", "")));
        }
        if (byToken.size() < allowed.value().length) {
            keys.add(new SecurityRequirement().addList(ApiDescription.CERTIFICATE));
            words.add("On the port for terminals: the terminal's certificate");
        }
        operation.setSecurity(keys);
        operation.setDescription(String.join(". ", words));
    }

    private static Set<ErrorCode> refusals(Operation operation, HandlerMethod endpoint) {
        Set<ErrorCode> codes = EnumSet.of(
                ErrorCode.INVALID_REQUEST,
                ErrorCode.NOT_ACCEPTABLE,
                ErrorCode.INTERNAL_ERROR,
                ErrorCode.TEMPORARILY_UNAVAILABLE);
        MergedAnnotations.from(endpoint.getMethod()).stream(Refuses.class)
                .flatMap(some -> Arrays.stream(some.getEnumArray(MergedAnnotation.VALUE, ErrorCode.class)))
                .forEach(codes::add);
        if (endpoint.hasMethodAnnotation(AllowedTo.class)) {
            codes.addAll(Set.of(ErrorCode.UNAUTHENTICATED, ErrorCode.FORBIDDEN));
        }
        RequestBody body = operation.getRequestBody();
        if (body != null) {
            codes.addAll(
                    Set.of(ErrorCode.BODY_TOO_LARGE, ErrorCode.REQUEST_INCOMPLETE, ErrorCode.UNSUPPORTED_MEDIA_TYPE));
            if (body.getContent().containsKey(APPLICATION_JSON_VALUE)) {
                codes.add(ErrorCode.INVALID_FIELDS);
            }
        }
        if (endpoint.hasMethodAnnotation(SeesChanges.class)) {
            codes.add(ErrorCode.READ_MODEL_BEHIND);
        }
        if (endpoint.hasMethodAnnotation(TellsConsistency.class)) {
            codes.add(ErrorCode.CONCURRENT_CHANGE);
        }
        return codes;
    }

    private void addRefusals(Operation operation, Set<ErrorCode> codes) {
        codes.stream()
                .collect(Collectors.groupingBy(code -> Statuses.of(code).value(), TreeMap::new, Collectors.toList()))
                .forEach((status, sameStatus) ->
                        operation.getResponses().addApiResponse(String.valueOf(status), problem(status, sameStatus)));
    }

    private ApiResponse problem(int status, List<ErrorCode> codes) {
        ApiResponse response = new ApiResponse()
                .description(codes.stream()
                        .map(code -> code + " (" + sentences.title(code, Locale.JAPANESE) + ")")
                        .collect(Collectors.joining(", ")))
                .content(new Content()
                        .addMediaType(
                                APPLICATION_PROBLEM_JSON_VALUE, new MediaType().schema(new Schema<>().$ref(PROBLEM))));
        if (codes.contains(ErrorCode.UNAUTHENTICATED) || codes.contains(ErrorCode.FORBIDDEN)) {
            addHeader(response, HttpHeaders.WWW_AUTHENTICATE, "how to authenticate (RFC 6750)");
        }
        if (status == 429 || status == 503) {
            addHeader(response, HttpHeaders.RETRY_AFTER, "seconds to wait");
        }
        return response;
    }

    private static void addConsistencyToken(ApiResponse response) {
        addHeader(response, ConsistencyToken.HEADER, "to be sent back with a query that must see this change");
    }

    private static void addHeader(ApiResponse response, String name, String description) {
        response.addHeaderObject(name, new Header().description(description).schema(new StringSchema()));
    }
}
