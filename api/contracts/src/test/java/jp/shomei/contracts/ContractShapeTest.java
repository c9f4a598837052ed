package jp.shomei.contracts;

import org.junit.jupiter.api.Test;

class ContractShapeTest {

    @Test
    void changesOnlyWhereTheChangeIsCommittedInWriting() {
        CommittedFile.mustSay(
                CommittedFile.inModule("src/test/resources/contract-shape.txt"), ContractShape.of(ContractTypes.all()));
    }
}
