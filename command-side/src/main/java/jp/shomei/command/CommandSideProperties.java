package jp.shomei.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.shomei.command.certificate.RenewalPolicy;
import jp.shomei.command.fee.CollectionPolicy;
import jp.shomei.command.fee.SlipSettings;
import jp.shomei.command.institution.CheckDigitMode;
import jp.shomei.contracts.fee.PriceTable;
import jp.shomei.contracts.institution.Category;

/**
 * What an operator may set.
 *
 * @param checkDigit what a wrong check digit does
 * @param closingDays days on which nothing is posted, besides Sundays, holidays and the turn of the year
 * @param fourEyes categories in which two officers have to approve
 * @param renewal when a certificate may be renewed
 * @param collection when fees are collected
 * @param prices what fees are
 * @param slips what slips say of the issuer
 */
public record CommandSideProperties(
        CheckDigitMode checkDigit,
        List<LocalDate> closingDays,
        Set<Category> fourEyes,
        RenewalPolicy renewal,
        CollectionPolicy collection,
        PriceTable prices,
        SlipSettings slips) {}
