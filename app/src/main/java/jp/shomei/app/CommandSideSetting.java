package jp.shomei.app;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.shomei.app.start.StartRefused;
import jp.shomei.command.CommandSideProperties;
import jp.shomei.command.certificate.RenewalPolicy;
import jp.shomei.command.fee.CollectionPolicy;
import jp.shomei.contracts.certificate.RenewalWindow;
import jp.shomei.contracts.fee.PriceTable;
import jp.shomei.contracts.institution.Category;

/** Reads what an operator has set for the command side. */
final class CommandSideSetting {

    private CommandSideSetting() {}

    /**
     * The settings.
     *
     * @throws StartRefused if a category does not exist, or certificates could not be renewed, or fees not be charged and
     *     collected, sensibly
     */
    static CommandSideProperties of(ShomeiProperties properties) {
        return new CommandSideProperties(
                properties.checkDigit(),
                properties.closingDays(),
                fourEyes(properties),
                renewal(properties.renewal()),
                collection(properties.fee()),
                prices(properties.fee().prices()),
                SlipSetting.of(properties));
    }

    private static Set<Category> fourEyes(ShomeiProperties properties) {
        return properties.fourEyes().stream()
                .map(code -> Category.find(code)
                        .orElseThrow(() -> new StartRefused("--shomei.four-eyes: there is no category " + code
                                + ". Name categories by their codes, such as --shomei.four-eyes=7,n.")))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static RenewalPolicy renewal(ShomeiProperties.Renewal set) {
        try {
            return new RenewalPolicy(new RenewalWindow(set.days(), set.inclusive()), set.grace());
        } catch (IllegalArgumentException unusable) {
            throw new StartRefused("--shomei.renewal: " + unusable.getMessage() + ".");
        }
    }

    private static CollectionPolicy collection(ShomeiProperties.Fee set) {
        try {
            return new CollectionPolicy(set.slipDay(), set.fallbackSlipMonth(), set.paymentDays(), set.graceDays());
        } catch (IllegalArgumentException unusable) {
            throw new StartRefused("--shomei.fee: " + unusable.getMessage() + ".");
        }
    }

    private static PriceTable prices(List<ShomeiProperties.Price> set) {
        try {
            return PriceTable.asPublished()
                    .and(set.stream().map(CommandSideSetting::price).toList());
        } catch (IllegalArgumentException unusable) {
            throw new StartRefused("--shomei.fee.prices: " + unusable.getMessage() + ".");
        }
    }

    private static PriceTable.Entry price(ShomeiProperties.Price set) {
        if (set.from() == null || set.licence() == null || set.renewal() == null || set.postage() == null) {
            throw new IllegalArgumentException("each price needs all of .from=DATE, .licence=YEN, .renewal=YEN and"
                    + " .postage=YEN, such as --shomei.fee.prices[0].from=2024-01-15");
        }
        return new PriceTable.Entry(set.from(), set.licence(), set.renewal(), set.postage());
    }
}
