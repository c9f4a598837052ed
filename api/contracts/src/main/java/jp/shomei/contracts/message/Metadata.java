package jp.shomei.contracts.message;

import org.axonframework.messaging.MetaData;

/** The keys of the metadata that every message carries on to the events it causes. */
public final class Metadata {

    /** Who: the name of the person or program. */
    public static final String ACTOR = "actor";
    /** The actor of what the system does by itself, such as a daily job. */
    public static final String SYSTEM = "system";
    /** In which role. */
    public static final String ROLE = "role";
    /** Through which door: {@code http}, {@code reaction}, {@code daily-run}, {@link #RESTORE}. */
    public static final String CHANNEL = "channel";
    /** The channel of what happened once before, and is put on record again after a restore. */
    public static final String RESTORE = "restore";
    /** On a query: the {@link Recorded#token() consistency token} whose events the answer must contain. */
    public static final String CONSISTENCY_TOKEN = "consistency-token";

    /** Of what a reaction does: on behalf of whoever caused the event. */
    public static final MetaData BY_REACTION = MetaData.with(CHANNEL, "reaction");
    /** Of what a daily job does. */
    public static final MetaData BY_DAILY_RUN =
            MetaData.with(CHANNEL, "daily-run").and(ACTOR, SYSTEM);

    private Metadata() {}
}
