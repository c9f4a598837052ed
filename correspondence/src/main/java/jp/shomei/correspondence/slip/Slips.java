package jp.shomei.correspondence.slip;

import jp.shomei.correspondence.document.DocumentPrinter;
import jp.shomei.correspondence.document.Documents;
import jp.shomei.correspondence.question.Questions;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The payment slips. */
@Configuration(proxyBeanMethods = false)
@Import(Documents.class)
public class Slips {

    @Bean
    SlipQueryHandler slipQueryHandler(QueryGateway queries, DocumentPrinter printer) {
        return new SlipQueryHandler(new Questions(queries), new SlipPrinter(printer));
    }
}
