package jp.shomei.ca.ceremony;

/** For how long an authority may be made. */
final class Years {

    private static final int MOST = 50;

    private Years() {}

    static void require(int years) {
        if (years < 1 || years > MOST) {
            throw new CeremonyRefused("an authority is valid for 1 to " + MOST + " years");
        }
    }
}
