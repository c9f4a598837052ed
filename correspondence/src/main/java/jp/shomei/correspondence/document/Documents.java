package jp.shomei.correspondence.document;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What all documents are printed with. */
@Configuration(proxyBeanMethods = false)
public class Documents {

    @Bean
    DocumentPrinter documentPrinter() {
        return new DocumentPrinter();
    }
}
