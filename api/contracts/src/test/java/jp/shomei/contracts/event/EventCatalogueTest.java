package jp.shomei.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import jp.shomei.contracts.CommittedFile;
import org.junit.jupiter.api.Test;

class EventCatalogueTest {

    @Test
    void isCommittedAsTheEventsAre() {
        CommittedFile.mustSay(CommittedFile.inModule("../../docs/events.md"), new EventCatalogue().render());
    }

    @Test
    void namesEveryEventWithItsFirstSentence() {
        assertThat(new EventCatalogue().render())
                .contains(StoredEvents.all().stream()
                        .map(event -> "### " + event.getSimpleName() + "\n\n"
                                + SourceComments.of(event).firstSentence())
                        .toList())
                .contains("The application was approved: validity, download period and fee begin.")
                .contains("| `contact` | `Contact` | addressee of the notice |")
                .doesNotContain("|  |");
    }
}
