package jp.shomei.app;

import jp.shomei.ca.signing.SigningStep;
import jp.shomei.ca.signing.SigningSteps;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The system with a process that dies, as if killed, when signing reaches the step named by {@code rehearsal.halt}. */
@Configuration(proxyBeanMethods = false)
@Import(ShomeiApplication.class)
class RehearsalApplication {

    static final String HALT = "rehearsal.halt";
    static final int HALTED = 137;

    public static void main(String[] arguments) {
        new SpringApplication(RehearsalApplication.class).run(arguments);
    }

    @Bean
    SigningSteps haltingSteps() {
        SigningStep last = SigningStep.valueOf(System.getProperty(HALT));
        return (step, requestId) -> {
            if (step == last) {
                Runtime.getRuntime().halt(HALTED);
            }
        };
    }
}
