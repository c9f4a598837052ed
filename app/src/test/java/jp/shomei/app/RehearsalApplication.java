package jp.shomei.app;

import java.util.List;
import jp.shomei.ca.signing.SigningSteps;
import jp.shomei.ca.status.RevocationSteps;
import jp.shomei.correspondence.mail.MailSteps;
import org.axonframework.commandhandling.CommandBus;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The system with a process that dies, as if killed, when it reaches the step named by {@code rehearsal.halt}. */
@Configuration(proxyBeanMethods = false)
@Import(ShomeiApplication.class)
class RehearsalApplication {

    static final int HALTED = 137;

    private static final String HALT = "rehearsal.halt";

    public static void main(String[] arguments) {
        new SpringApplication(RehearsalApplication.class).run(arguments);
    }

    /** The system property with which the process dies at a step of whatever. */
    static List<String> haltingAt(Enum<?> step) {
        return List.of("-D" + HALT + "=" + nameOf(step));
    }

    @Bean
    SigningSteps haltingSigning() {
        return (step, requestId) -> haltAt(step);
    }

    @Bean
    RevocationSteps haltingRevocation() {
        return (step, concerned) -> haltAt(step);
    }

    @Bean
    MailSteps haltingMails() {
        return (step, mailId) -> haltAt(step);
    }

    @Autowired
    void haltAmidOfFees(CommandBus commands) {
        commands.registerHandlerInterceptor((unitOfWork, chain) -> {
            Class<?> command = unitOfWork.getMessage().getPayloadType();
            FeeStep.before(command).ifPresent(RehearsalApplication::haltAt);
            unitOfWork.afterCommit(recorded -> FeeStep.after(command).ifPresent(RehearsalApplication::haltAt));
            return chain.proceed();
        });
    }

    private static void haltAt(Enum<?> step) {
        if (nameOf(step).equals(System.getProperty(HALT))) {
            Runtime.getRuntime().halt(HALTED);
        }
    }

    private static String nameOf(Enum<?> step) {
        return step.getDeclaringClass().getSimpleName() + "." + step.name();
    }
}
