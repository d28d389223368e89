package org.yichuang.cases.internal;

import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.AGREE;
import static org.yichuang.cases.internal.Centres.GRANT;
import static org.yichuang.cases.internal.Centres.REFUSE;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LIUGEZHUANG;
import static org.yichuang.testing.centres.TestCentres.SHANDONG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.util.List;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.NonAcceptance;
import org.yichuang.cases.internal.document.Remedies;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Departments.Department;

/** A document is signed by whoever the route has decide, and reconsidered at the government above that body. */
public class SigningOrgansTest extends DocumentsOfCases {
    @Before
    public void nameTheGovernments() {
        centres.province.policy(SHANDONG, Remedies.BODY, "山东省人民政府");
        centres.province.policy(YANTAI, Remedies.BODY, "烟台市人民政府");
        centres.province.policy(HAIYANG, Remedies.BODY, "海阳市人民政府");
    }

    @Test
    public void aGovernmentSignsWhatItDecidesAndTheOneAboveReconsiders() {
        String city = beforeTheGovernment();
        service.decide(city, REFUSE, centres.chief(YANTAI));

        assertSigned("烟台市人民政府");
        assertSaid("六十日内向山东省人民政府申请行政复议");
    }

    @Test
    public void whatAGovernmentDecidesBearsANumberOfItsOwn() {
        String first = beforeTheGovernment();
        service.decide(first, REFUSE, centres.chief(YANTAI));
        String ofADepartment = centres.acceptedAt(YANTAI, forwarded());
        service.decide(ofADepartment, REFUSE, centres.chief(YANTAI));
        String second = beforeTheGovernment();
        service.decide(second, REFUSE, centres.chief(YANTAI));

        assertNumbered("烟台市人民政府", "〔2026〕1号", first);
        assertNumbered("烟台市政务服务中心", "〔2026〕1号", ofADepartment);
        assertNumbered("烟台市人民政府", "〔2026〕2号", second);
    }

    @Test
    public void whereTheCentreCountsInTheGovernmentsNameBothAreOneSeries() {
        centres.province.policy(YANTAI, "policy.documents.prefix", "烟台市人民政府");
        String ofADepartment = centres.acceptedAt(YANTAI, forwarded());
        service.decide(ofADepartment, REFUSE, centres.chief(YANTAI));
        String ofTheGovernment = beforeTheGovernment();
        service.decide(ofTheGovernment, REFUSE, centres.chief(YANTAI));

        assertNumbered("烟台市人民政府", "〔2026〕1号", ofADepartment);
        assertNumbered("烟台市人民政府", "〔2026〕2号", ofTheGovernment);
    }

    private void assertNumbered(String body, String place, String city) {
        String number = documents.list(city, centres.clerk(YANTAI)).stream()
                .filter(document -> document.kind().equals("refusal"))
                .map(CaseDocument::number)
                .findFirst()
                .orElseThrow();
        assertTrue(number, number.startsWith(body) && number.endsWith(place));
    }

    @Test
    public void whereTheGovernmentAboveIsNotNamedItIsToldWhichItIs() {
        centres.province.policy(SHANDONG, Remedies.BODY, "");
        service.decide(beforeTheGovernment(), REFUSE, centres.chief(YANTAI));

        assertSaid("六十日内向本机关的上一级人民政府申请行政复议");
    }

    private String beforeTheGovernment() {
        String county = centres.submit(Items.TREES, "to-government", HAIYANG).number();
        service.accept(county, ACCEPT, centres.clerk(HAIYANG));
        service.preReview(county, AGREE, centres.reviewer(HAIYANG));
        String city = centres.acceptedAt(YANTAI, county);
        service.preReview(city, AGREE, centres.reviewer(YANTAI));
        return city;
    }

    @Test
    public void whatIsDelegatedIsSignedByWhoDelegatesItAndDisputedWithThem() {
        String number = accepted(Items.DELEGATED, PERSON);
        assertSigned("烟台市自然资源局");
        assertSaid("依据省政府令第1号委托" + Items.ORGAN + "实施，以本机关的名义作出");
        service.decide(number, REFUSE, centres.chief(HAIYANG));

        assertSigned("烟台市自然资源局");
        assertSaid("以烟台市自然资源局为被申请人");
    }

    @Test
    public void whoeverDecidesInsteadOfTheOneThatTheItemNamesIsWhoseActIsDisputed() {
        service.decide(centres.acceptedAt(YANTAI, forwarded()), REFUSE, centres.chief(YANTAI));
        assertSaid("以烟台市城管局为被申请人；提起行政诉讼的，以烟台市城管局为被告");
        service.decide(accepted(Items.SIMPLE, PERSON), REFUSE, centres.chief(HAIYANG));
        assertSaid("以海阳市住建局为被申请人");
        service.decide(accepted(Items.RECONSIDERED, PERSON), REFUSE, centres.chief(HAIYANG));
        assertNotSaid("被申请人");
    }

    @Test
    public void whoeverExaminesBelowAcceptsAsItsOwn() {
        String number = submit(Items.TREES, PERSON);
        assertSigned("海阳市住建局", "申请材料接收凭证");
        service.notifyCorrection(number, Centres.ask("m1"), centres.clerk(HAIYANG));
        assertSigned("海阳市住建局");
        service.correct(number, new CaseRequests.Correct("补上", null, List.of()), centres.clerk(HAIYANG));
        service.notAccept(number, refusal(NonAcceptance.NOT_COMPETENT, "海阳市水利局", "无"), centres.clerk(HAIYANG));

        assertSigned("海阳市住建局");
        assertSaid("六十日内向海阳市人民政府申请行政复议");
    }

    @Test
    public void whatATownTakesInForTheCountyToExamineTheCountyAccepts() {
        String number = centres.submit(Items.AGENCY, "three", LIUGEZHUANG).number();
        service.accept(number, ACCEPT, centres.clerk(LIUGEZHUANG));

        assertSigned("海阳市住建局");
    }

    @Test
    public void whatNobodyExaminesBelowIsAcceptedInTheNameOfWhoHasThePower() {
        String number = centres.submit(Items.POWER_OF_CITY, "city", HAIYANG).number();
        service.accept(number, ACCEPT, centres.clerk(HAIYANG));

        assertSigned(Items.ORGAN);
    }

    @Test
    public void aQuestionIsSignedByWhoeverAsksIt() {
        String county = centres.submit(Items.TREES, "to-government", HAIYANG).number();
        service.accept(county, ACCEPT, centres.clerk(HAIYANG));
        service.preReview(county, AGREE, centres.reviewer(HAIYANG));
        String city = centres.acceptedAt(YANTAI, county);
        service.notifyCorrection(city, Centres.ask("m2"), centres.clerk(YANTAI));
        centres.post();
        assertSigned("烟台市城管局");

        service.correct(county, new CaseRequests.Correct("补上", null, List.of()), centres.clerk(HAIYANG));
        centres.post();
        service.preReview(city, AGREE, centres.reviewer(YANTAI));
        service.notifyCorrection(city, Centres.ask("m2"), centres.clerk(YANTAI));
        centres.post();
        assertSigned("烟台市人民政府");
    }

    @Test
    public void anotherDepartmentSignsWhatItDecidesByTheNameThatItsCentreGivesIt() {
        list(YANTAI, "烟台市城市管理局", "城管局");
        service.decide(centres.acceptedAt(YANTAI, forwarded()), REFUSE, centres.chief(YANTAI));

        assertSigned("烟台市城市管理局");
        assertSaid("六十日内向烟台市人民政府申请行政复议");
    }

    @Test
    public void whoIsLedFromAboveIsReconsideredByTheNextOfItsOwnKindWhateverIsTypedOrSet() {
        for (String organ :
                List.of("国家税务总局烟台市税务局", "烟台海关", "国家外汇管理局烟台市分局", "烟台市国家安全局", "国家金融监督管理总局烟台监管分局", "中国人民银行烟台市分行")) {
            list(YANTAI, organ, "城管局");
            service.decide(centres.acceptedAt(YANTAI, forwarded()), REFUSE, centres.chief(YANTAI));
            assertSigned(organ);
            assertSaid("六十日内向本机关的上一级主管部门申请行政复议");
        }
        for (String organ : List.of("烟台市地方金融监督管理局", "烟台市财政局")) {
            list(YANTAI, organ, "城管局");
            service.decide(centres.acceptedAt(YANTAI, forwarded()), REFUSE, centres.chief(YANTAI));
            assertSigned(organ);
            assertSaid("六十日内向烟台市人民政府申请行政复议");
        }
    }

    @Test
    public void aDepartmentThatIsInNoListIsNamedWithItsDivision() {
        service.decide(centres.acceptedAt(YANTAI, forwarded()), GRANT, centres.chief(YANTAI));
        assertSigned("烟台市城管局");
    }

    @Test
    public void whatIsDecidedBelowTheLevelThatHasThePowerIsSignedThereFromTheBeginning() {
        String number = accepted(Items.POWER_OF_CITY, PERSON);
        assertSigned("海阳市审批局");
        service.decide(number, REFUSE, centres.chief(HAIYANG));

        assertSigned("海阳市审批局");
        assertSaid("六十日内向海阳市人民政府申请行政复议");
    }

    @Test
    public void aFieldThatIsNoBodyIsNotGivenOutForOne() {
        list(HAIYANG, "审批", "审批局");
        accepted(Items.POWER_OF_CITY, PERSON);
        assertSigned("海阳市审批主管部门");
    }

    private void list(TenantId centre, String name, String other) {
        centres.lists.put(centre, List.of(new Department(name, name, Set.of(other), false)));
    }

    private void assertSigned(String organ) {
        assertSigned(organ, "书");
    }

    private void assertSigned(String organ, String title) {
        assertSaid(title + "\n" + organ + "\n");
    }
}
