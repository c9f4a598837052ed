package jp.shomei.contracts.time;

/** Asks for the present; answered with a {@link ClockView}. */
public record FindClock() {}
