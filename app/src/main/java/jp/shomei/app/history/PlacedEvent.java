package jp.shomei.app.history;

import org.axonframework.eventhandling.TrackingToken;

/**
 * An event and where it is.
 *
 * @param event as it is stored
 * @param place the token of whoever has handled everything up to it
 */
public record PlacedEvent(StoredEvent event, TrackingToken place) {}
