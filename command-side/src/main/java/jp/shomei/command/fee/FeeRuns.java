package jp.shomei.command.fee;

import java.time.Duration;
import jp.shomei.command.time.Aside;
import jp.shomei.command.time.DueCommands;
import jp.shomei.command.time.PatientQuestions;
import jp.shomei.command.time.Pauses;
import jp.shomei.command.time.ReactionsCaughtUp;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What closes months and collects fees, day by day and when somebody asks for it. */
@Configuration(proxyBeanMethods = false)
class FeeRuns {

    private static final Duration LONGEST = Duration.ofMinutes(30);

    @Bean
    PatientQuestions feeQuestions(QueryGateway queries) {
        return new PatientQuestions(queries, Pauses.REAL, () -> false);
    }

    @Bean
    LedgerClosing ledgerClosing(
            ReactionsCaughtUp reactions, CommandGateway commands, DueCommands due, PatientQuestions feeQuestions) {
        return new LedgerClosing(reactions, commands, due, feeQuestions);
    }

    @Bean(destroyMethod = "close")
    Aside closingAside() {
        return new Aside("ledger-closing", LONGEST);
    }

    @Bean
    LedgerClosingHandler ledgerClosingHandler(LedgerClosing closing, Aside closingAside) {
        return new LedgerClosingHandler(closing, closingAside);
    }

    @Bean
    ResultsRecording resultsRecording(CommandGateway commands, DueCommands due, PatientQuestions feeQuestions) {
        return new ResultsRecording(commands, due, feeQuestions);
    }

    @Bean(destroyMethod = "close")
    Aside resultsAside() {
        return new Aside("results", LONGEST);
    }

    @Bean
    ResultsDesk resultsDesk(ResultsRecording recording, Aside resultsAside) {
        return new ResultsDesk(recording, resultsAside);
    }

    /** What was reported before comes before whatever the day brings: who has paid is not warned. */
    @Bean
    @Order(3)
    ResultsRun resultsRun(ResultsDesk desk) {
        return new ResultsRun(desk);
    }

    @Bean
    @Order(4)
    LedgerClosingRun ledgerClosingRun(
            ReactionsCaughtUp reactions, PatientQuestions feeQuestions, LedgerClosing closing) {
        return new LedgerClosingRun(reactions, feeQuestions, closing);
    }

    /** After closing: a bill whose slip is due on the day its month is closed gets it at once. */
    @Bean
    @Order(5)
    CollectionRun collectionRun(DueCommands due) {
        return new CollectionRun(due);
    }
}
