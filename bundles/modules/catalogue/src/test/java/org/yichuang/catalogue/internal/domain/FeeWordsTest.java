package org.yichuang.catalogue.internal.domain;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;

public class FeeWordsTest {
    @Test
    public void nothingIsChargedHoweverItIsSaid() {
        for (String fee : List.of(
                "No",
                "NO",
                "None",
                "不收取费用",
                "不收取任何费用",
                "无收费",
                "免费办理",
                "不涉及收费",
                "暂免征收",
                "0元",
                "不收费（财税〔2008〕24号）",
                "不征收",
                "不收费，依据《政府性基金收费标准管理办法》")) {
            assertEquals(fee, FeeWords.FREE, FeeWords.of(fee));
        }
    }

    @Test
    public void whatIsChargedUnderOtherCircumstancesIsCharged() {
        for (String fee : List.of(
                "不满5平方米的免收，其余每平方米2元",
                "免费办理一次，补办5元",
                "不收费，超出部分按规定收费",
                "每证10元",
                "免收小微企业登记费，一般企业按发改委核定标准收取",
                "不收押金，按面积计收",
                "免费领取表格，证书工本费十元",
                "无需缴纳保证金，收费标准见附件")) {
            assertEquals(fee, FeeWords.CHARGED, FeeWords.of(fee));
        }
    }
}
