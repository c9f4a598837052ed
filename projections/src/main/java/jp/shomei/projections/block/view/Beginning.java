package jp.shomei.projections.block.view;

import java.time.LocalDate;

/** How many first characters of an ID decide on the block it is in: IDs that begin alike are in the same one. */
public enum Beginning {
    /** All but two digits of a request ID: a hundred certificates in a block at most. */
    OF_REQUEST_ID(13),
    /** A notice's day, and all but three digits of its institution: a thousand institutions in a block at most. */
    OF_NOTICE_ID(17),
    /** A bill's month, and all but three digits of its institution: a thousand institutions in a block at most. */
    OF_BILL_ID(15);

    private final int characters;

    Beginning(int characters) {
        this.characters = characters;
    }

    /** The beginning of an ID that decides on its block; of a shorter one all of it. */
    public String of(String id) {
        return id.substring(0, Math.min(characters, id.length()));
    }

    /**
     * The name of the block that an ID is in.
     *
     * @param day the day it is listed with
     * @param id the ID
     * @param what what is to be told of that day; without colons
     */
    public BlockName block(LocalDate day, String id, String what) {
        return new BlockName(day, of(id), what);
    }
}
