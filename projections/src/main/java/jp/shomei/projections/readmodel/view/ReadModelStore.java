package jp.shomei.projections.readmodel.view;

import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database of the read models as a whole. */
public final class ReadModelStore {

    private static final Logger LOG = LoggerFactory.getLogger(ReadModelStore.class);
    private static final String RETRY_AFTER_SECONDS = "5";

    private ReadModelStore() {}

    /**
     * What to answer whoever asked for something that failed like this: that it is {@link ErrorCode#TEMPORARILY_UNAVAILABLE},
     * if the database is away, has no primary just now, or takes too long; else the failure itself.
     */
    public static RuntimeException refusal(MongoException failed) {
        if (!isPassing(failed)) {
            return failed;
        }
        LOG.debug("the read models' database does not answer", failed);
        return Refused.because(ErrorCode.TEMPORARILY_UNAVAILABLE, RETRY_AFTER_SECONDS);
    }

    private static boolean isPassing(MongoException failed) {
        return switch (failed) {
            case MongoTimeoutException noServer -> true;
            case MongoSocketException broken -> true;
            case MongoNotPrimaryException steppedDown -> true;
            case MongoNodeIsRecoveringException starting -> true;
            case MongoExecutionTimeoutException slow -> true;
            case MongoWriteConcernException unconfirmed -> true;
            default -> false;
        };
    }
}
