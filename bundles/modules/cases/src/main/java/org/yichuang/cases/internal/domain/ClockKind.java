package org.yichuang.cases.internal.domain;

import java.util.Locale;

/** The clocks that run over a case. */
public enum ClockKind {
    NOTICE(
            "收件答复时限",
            "依据《行政许可法》第三十二条：应当当场或者在五个工作日内一次告知需要补正的全部内容，逾期不告知的，自收到申请材料之日起即为受理",
            "Administrative Licensing Law art. 32: tell everything that is missing within 5 working days of receipt,"
                    + " else it is deemed accepted from that day"),
    PRE_REVIEW(
            "初审时限",
            "依据《行政许可法》第四十三条：下级机关应当自受理之日起二十日（工作日）内审查完毕；事项对本环节另有更短规定的从其规定",
            "Administrative Licensing Law art. 43: the lower level examines within 20 working days of its acceptance,"
                    + " unless the item sets a limit for the stage"),
    DECISION(
            "法定办结时限",
            "依据《行政许可法》第四十二条：自受理之日起二十日（工作日）内作出决定；法律、法规或者事项对本环节另有规定的从其规定",
            "Administrative Licensing Law art. 42: decide within 20 working days of acceptance, unless another law or"
                    + " the item sets another limit"),
    PROMISE(
            "承诺办结时限",
            "依据事项实施清单公布的承诺办结时限（《优化营商环境条例》第三十六条）",
            "The limit promised in the published item (Regulation on the Business Environment art. 36)"),
    DELIVERY(
            "送达时限",
            "依据《行政许可法》第四十四条：自作出决定之日起十日（工作日）内颁发、送达",
            "Administrative Licensing Law art. 44: deliver within 10 working days of the decision");

    private final String chinese;
    private final String lawZh;
    private final String lawEn;

    ClockKind(String chinese, String lawZh, String lawEn) {
        this.chinese = chinese;
        this.lawZh = lawZh;
        this.lawEn = lawEn;
    }

    /** The word on the wire: {@code pre-review}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The name for people. */
    public String chinese() {
        return chinese;
    }

    /** The provision, in Chinese. */
    public String lawZh() {
        return lawZh;
    }

    /** The provision, in English. */
    public String lawEn() {
        return lawEn;
    }
}
