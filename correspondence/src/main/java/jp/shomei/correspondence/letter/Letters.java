package jp.shomei.correspondence.letter;

import jp.shomei.contracts.fee.PriceTable;
import jp.shomei.correspondence.document.DocumentPrinter;
import jp.shomei.correspondence.document.Documents;
import jp.shomei.correspondence.question.Questions;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The letters, and the archives for the forwarding agent. Needs {@link LetterSettings} and the {@link PriceTable}. */
@Configuration(proxyBeanMethods = false)
@Import(Documents.class)
public class Letters {

    @Bean
    LetterPrinter letterPrinter(DocumentPrinter printer, PriceTable prices) {
        return new LetterPrinter(printer, prices);
    }

    @Bean
    LetterQueryHandler letterQueryHandler(QueryGateway queries, LetterPrinter printer) {
        Questions questions = new Questions(queries);
        return new LetterQueryHandler(questions, new Authority(questions), printer);
    }

    @Bean(destroyMethod = "close")
    ArchiveRoom archiveRoom(CommandGateway commands) {
        return new ArchiveRoom(commands);
    }

    @Bean
    PostingArchives postingArchives(
            EventStore history,
            QueryGateway queries,
            LetterPrinter printer,
            ArchiveRoom room,
            LetterSettings settings) {
        Authority authority = new Authority(new Questions(queries));
        return new PostingArchives(
                new ArchiveLetters(history, authority, printer, room::stopIfClosing),
                new ArchiveDirectory(settings.archives()));
    }

    @Bean
    WhenPostingBatchPreparedThenWriteArchive whenPostingBatchPreparedThenWriteArchive(
            ArchiveRoom room, PostingArchives archives) {
        return new WhenPostingBatchPreparedThenWriteArchive(room, archives);
    }

    @Bean
    PostingArchiveQueryHandler postingArchiveQueryHandler(
            QueryGateway queries, ArchiveRoom room, PostingArchives archives) {
        return new PostingArchiveQueryHandler(new Questions(queries), room, archives);
    }
}
