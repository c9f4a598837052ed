package jp.shomei.projections.readmodel;

import java.util.function.Consumer;
import jp.shomei.projections.readmodel.view.Generation;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.messaging.MessageHandlerInterceptor;

/**
 * A process's claim on the events of a generation, which another one takes over if this one is silent for too long. Looked at
 * right before documents are written, so that whoever wakes from a pause does not put older ones over newer ones; and right
 * after, so that one that lost its claim in between knows that it may have.
 */
final class SegmentClaim {

    private static final int SEGMENT = 0;

    private final Generation generation;
    private final TokenStore tokens;
    private final Consumer<Generation> spoilt;

    /**
     * @param spoilt told of a generation whose documents this process wrote though it was no longer its to write
     */
    SegmentClaim(Generation generation, TokenStore tokens, Consumer<Generation> spoilt) {
        this.generation = generation;
        this.tokens = tokens;
        this.spoilt = spoilt;
    }

    /**
     * Stands between what writes the documents and the handlers.
     *
     * @throws UnableToClaimTokenException instead of handling the last event before the writing, if the claim is lost
     */
    MessageHandlerInterceptor<EventMessage<?>> beforeWriting() {
        return (unitOfWork, chain) -> {
            if (BatchedDocuments.isLast(unitOfWork)) {
                tokens.extendClaim(generation.name(), SEGMENT);
            }
            return chain.proceed();
        };
    }

    /** Stands around what writes the documents. */
    MessageHandlerInterceptor<EventMessage<?>> afterWriting() {
        return (unitOfWork, chain) -> {
            Object result = chain.proceed();
            if (BatchedDocuments.isLast(unitOfWork)) {
                try {
                    tokens.extendClaim(generation.name(), SEGMENT);
                } catch (UnableToClaimTokenException lost) {
                    spoilt.accept(generation);
                    throw lost;
                }
            }
            return result;
        };
    }
}
