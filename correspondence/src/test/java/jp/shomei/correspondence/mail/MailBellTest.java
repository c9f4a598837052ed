package jp.shomei.correspondence.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.Test;

class MailBellTest {

    private final MailBell bell = new MailBell();

    @Test
    void ringsAtOnceWhereNothingIsBeingRecorded() throws Exception {
        bell.ringOnceOnRecord();

        assertThat(bell.await(Duration.ZERO)).isTrue();
    }

    @Test
    void ringsOnceOthersCanSeeTheMail() throws Exception {
        UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(new GenericEventMessage<>("something happened"));
        bell.ringOnceOnRecord();
        assertThat(bell.await(Duration.ZERO)).isFalse();

        work.commit();
        assertThat(bell.await(Duration.ZERO)).isTrue();
    }

    @Test
    void keepsQuietAboutWhatIsNotRecordedAfterAll() throws Exception {
        UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(new GenericEventMessage<>("something happened"));
        bell.ringOnceOnRecord();
        work.rollback();

        assertThat(bell.await(Duration.ZERO)).isFalse();
    }

    @Test
    void ringsOnceHoweverManyWereRecorded() throws Exception {
        bell.ring();
        bell.ring();

        assertThat(bell.await(Duration.ZERO)).isTrue();
        assertThat(bell.await(Duration.ZERO)).isFalse();
    }
}
