package jp.shomei.contracts.notice;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Records that the addressee of a returned notice was contacted, or that it was tried. Answers a
 * {@link jp.shomei.contracts.message.Recorded}; refused with {@code INVALID_FIELDS} or {@code NOTICE_NOT_RETURNED}.
 *
 * @param noticeId the notice
 * @param means how: the name of a {@link ContactMeans}
 * @param outcome what came of it, up to 200 characters
 */
public record RecordAddresseeContacted(
        @TargetAggregateIdentifier String noticeId,
        @Nullable String means,
        @Nullable String outcome) {}
