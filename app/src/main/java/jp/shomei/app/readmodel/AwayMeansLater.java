package jp.shomei.app.readmodel;

import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.queryhandling.QueryMessage;
import org.jspecify.annotations.Nullable;

/** A question that cannot be answered because the read models' server is away is refused for now: it is nobody's fault. */
public final class AwayMeansLater implements MessageHandlerInterceptor<QueryMessage<?, ?>> {

    /**
     * The answer.
     *
     * @throws Refused with {@link ErrorCode#TEMPORARILY_UNAVAILABLE} while the server is away
     */
    @Override
    public @Nullable Object handle(UnitOfWork<? extends QueryMessage<?, ?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        try {
            return chain.proceed();
        } catch (MongoTimeoutException
                | MongoSocketException
                | MongoNotPrimaryException
                | MongoNodeIsRecoveringException away) {
            throw Refused.because(ErrorCode.TEMPORARILY_UNAVAILABLE);
        }
    }
}
