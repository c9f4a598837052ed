package jp.shomei.http.openapi;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityScheme;
import jp.shomei.http.language.Sentences;
import jp.shomei.http.refusal.Problem;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/** Describes this interface at {@code /openapi.json}, from the endpoints themselves. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:jp/shomei/http/http.properties")
public class ApiDescription {
    static final String TOKEN = "token";
    static final String CERTIFICATE = "certificate";

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Shomei")
                        .version("v1")
                        .description("The certification back office of Japan's online medical billing network."
                                + " JSON in UTF-8; dates such as 2021-09-10, instants with offset;"
                                + " errors are problem details (RFC 9457) with a stable code."))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("one of this system's own tokens, or a JWT of its OIDC issuer"))
                        .addSecuritySchemes(
                                CERTIFICATE,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.MUTUALTLS)
                                        .description("the certificate of the terminal, on the port for terminals")));
    }

    @Bean
    OpenApiCustomizer problemSchema(RequiredComponents required) {
        ModelConverters converters = new ModelConverters(true);
        converters.addConverter(required);
        return api -> converters.readAll(Problem.class).forEach(api.getComponents()::addSchemas);
    }

    @Bean
    RequiredComponents requiredComponents() {
        return new RequiredComponents();
    }

    @Bean
    OperationCustomizer operationDescription(Sentences sentences) {
        return new OperationDescription(sentences);
    }
}
