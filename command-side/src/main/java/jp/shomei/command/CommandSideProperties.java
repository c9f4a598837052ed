package jp.shomei.command;

import java.time.LocalDate;
import java.util.List;
import jp.shomei.command.institution.CheckDigitMode;

/**
 * What an operator may set.
 *
 * @param checkDigit what a wrong check digit does
 * @param closingDays days on which nothing is posted, besides Sundays, holidays and the turn of the year
 */
public record CommandSideProperties(CheckDigitMode checkDigit, List<LocalDate> closingDays) {}
