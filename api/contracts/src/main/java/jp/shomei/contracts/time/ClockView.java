package jp.shomei.contracts.time;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * The present.
 *
 * @param now the instant, with Japan's offset
 * @param today the day in Japan
 * @param simulated whether the clock can be moved
 */
public record ClockView(OffsetDateTime now, LocalDate today, boolean simulated) {}
