package org.yichuang.agency.internal;

import java.util.List;
import javax.persistence.EntityManagerFactory;
import org.yichuang.agency.api.AgencyEvent;
import org.yichuang.agency.internal.persistence.AgentRows;
import org.yichuang.agency.internal.persistence.AgreementRows;
import org.yichuang.agency.internal.persistence.InspectedRows;
import org.yichuang.agency.internal.persistence.InspectionRows;
import org.yichuang.agency.internal.persistence.JointRequestRows;
import org.yichuang.agency.internal.persistence.KeptRows;
import org.yichuang.agency.internal.persistence.ProblemRows;
import org.yichuang.agency.internal.persistence.ProjectRows;
import org.yichuang.agency.internal.persistence.RecognitionRows;
import org.yichuang.agency.internal.persistence.RequestRows;
import org.yichuang.agency.internal.persistence.Seal;
import org.yichuang.agency.internal.persistence.ServedCaseRows;
import org.yichuang.cases.api.Cases;
import org.yichuang.cases.api.CommandGate;
import org.yichuang.cases.api.RetentionGuard;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.catalogue.api.ReservedBundles;
import org.yichuang.documents.api.DocumentService;
import org.yichuang.documents.api.DocumentStanding;
import org.yichuang.identity.api.AccountDirectory;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.identity.api.PersonalDataHolder;
import org.yichuang.identity.api.StaffAccounts;
import org.yichuang.identity.api.Unmasking;
import org.yichuang.identity.keys.EncryptedTables;
import org.yichuang.identity.keys.KeyRenewalJob;
import org.yichuang.indicators.api.IndicatorProvider;
import org.yichuang.journal.api.ChainHeadProvider;
import org.yichuang.journal.api.EventListener;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.rows.ChainedRows;
import org.yichuang.journal.rows.JpaChainHeads;
import org.yichuang.notices.api.NoticeService;
import org.yichuang.tenancy.api.Tenants;

/** Puts the module together. */
public class Wiring {
    private final EntityManagerFactory entities;
    private final Transactions transactions;
    private final Tenants tenants;
    private final Unmasking unmasking;
    private final AccountDirectory accounts;
    private final Clocked clocked;
    private final Seal seal;
    private final AgentRows agents;
    private final RequestRows requests;
    private final ServedCaseRows served;
    private final AgreementRows agreements;
    private final ProjectRows projects;
    private final ProblemRows problems;
    private final RecognitionRows recognitions;
    private final JointRequestRows joint;
    private final InspectionRows inspections;
    private final InspectedRows inspected;

    public Wiring(
            EntityManagerFactory entities,
            Transactions transactions,
            PersonalDataCipher cipher,
            Tenants tenants,
            Unmasking unmasking,
            AccountDirectory accounts) {
        this.accounts = accounts;
        this.entities = entities;
        this.transactions = transactions;
        this.tenants = tenants;
        this.unmasking = unmasking;
        clocked = new Clocked(tenants);
        seal = new Seal(cipher);
        agents = new AgentRows(entities, seal);
        requests = new RequestRows(entities, seal);
        served = new ServedCaseRows(entities);
        agreements = new AgreementRows(entities);
        projects = new ProjectRows(entities, seal);
        problems = new ProblemRows(entities, seal);
        recognitions = new RecognitionRows(entities);
        joint = new JointRequestRows(entities, seal);
        inspections = new InspectionRows(entities);
        inspected = new InspectedRows(entities, seal);
    }

    /** The register of agents. */
    public Agents agents(Cases cases, DocumentService documents, NoticeService notices, StaffAccounts staff) {
        return new Agents(transactions, agents, clocked, unmasking, work(cases, documents, notices), staff);
    }

    /** Requests for them. */
    public Requests requests(Cases cases, DocumentService documents, NoticeService notices) {
        return new Requests(transactions, work(cases, documents, notices), unmasking);
    }

    private RequestWork work(Cases cases, DocumentService documents, NoticeService notices) {
        return new RequestWork(
                requests,
                agents,
                new ServedCases(served, cases, accounts),
                documents,
                new AgencyMessages(notices, clocked),
                clocked);
    }

    /** The papers of requests. */
    public RequestDocuments papers(Requests of, DocumentService documents) {
        return new RequestDocuments(transactions, of, documents);
    }

    /** What hears where cases stand. */
    public EventListener watch(Cases cases, DocumentService documents, NoticeService notices) {
        return new CaseWatch(
                new ServedCases(served, cases, accounts),
                work(cases, documents, notices),
                new AgencyMessages(notices, clocked),
                recognitions,
                tenants);
    }

    /** What tells whether the agent of an entrustment may still act. */
    public DocumentStanding standing() {
        return new AgentStanding(transactions, requests, agents);
    }

    /** Whose reviews are recognised. */
    public Recognitions recognitions(Cases cases) {
        return new Recognitions(transactions, agreements, recognitions, cases, tenants);
    }

    /** What lets a review stand in place of the organ's own examination. */
    public CommandGate gate() {
        return new RecognitionGate(recognitions, agreements);
    }

    /** What keeps cases that are served. */
    public RetentionGuard casesServed() {
        return new CasesServed(served);
    }

    /** What lets nobody act as an agent who may not. */
    public CommandGate agentGate() {
        return new AgentGate(agents);
    }

    /** What tells agents that it is time to say how it stands, and marks joint requests that have waited too long. */
    public LeasedJob reminders(Cases cases, DocumentService documents, NoticeService notices) {
        return new ReminderTimer(transactions, work(cases, documents, notices), jointWork(documents, notices), tenants);
    }

    /** Projects in the green channel. */
    public Projects projects(Cases cases, StaffAccounts staff) {
        return new Projects(transactions, projects, problems, new ServedCases(served, cases, accounts), clocked, staff);
    }

    /** What tells their leaders of problems whose day has passed. */
    public LeasedJob timer(NoticeService notices) {
        return new ChaseTimer(transactions, problems, new AgencyMessages(notices, clocked), clocked, tenants);
    }

    /** What is put together at applicants' requests. */
    public JointBundles jointBundles(Catalogue catalogue, ReservedBundles bundles) {
        return new JointBundles(transactions, joint, catalogue, bundles, clocked);
    }

    /** Requests for joint handling. */
    public JointRequests jointRequests(JointBundles bundles, DocumentService documents, NoticeService notices) {
        return new JointRequests(transactions, jointWork(documents, notices), bundles, unmasking);
    }

    private JointWork jointWork(DocumentService documents, NoticeService notices) {
        return new JointWork(joint, documents, new AgencyMessages(notices, clocked), clocked);
    }

    /** Their papers. */
    public JointPapers jointPapers(JointRequests of, DocumentService documents) {
        return new JointPapers(transactions, of, documents);
    }

    /** What lets whoever has asked hand in once what the centre has consented to. */
    public CommandGate jointGate() {
        return new JointGate(joint, clocked);
    }

    /** Joint annual inspections. */
    public Inspections inspections(DocumentService documents, NoticeService notices) {
        AgencyMessages messages = new AgencyMessages(notices, clocked);
        return new Inspections(transactions, new InspectionWork(inspections, inspected, documents, messages, clocked));
    }

    /** The papers by which bodies are called to them. */
    public InspectionPapers inspectionPapers(Inspections of, DocumentService documents) {
        return new InspectionPapers(of, documents);
    }

    /** What is counted. */
    public IndicatorProvider indicators() {
        return new AgencyIndicators(entities);
    }

    private List<KeptRows<?, ?>> kept() {
        return List.of(agents, requests, projects, problems, joint, inspected);
    }

    /** What puts what is encrypted under the newest master key. */
    public LeasedJob keyJob() {
        return new KeyRenewalJob(
                "agency-keys",
                transactions,
                seal.cipher(),
                kept().stream()
                        .map(rows -> new KeyRenewalJob.Rows(rows.table(), rows::renew))
                        .toList());
    }

    /** Under which master keys there is something. */
    public PersonalDataHolder keys() {
        return new EncryptedTables(
                AgencyEvent.MODULE, kept().stream().map(KeptRows::table).toList(), transactions, tenants);
    }

    /** What the audit proves: agents. */
    public ChainHeadProvider agentHeads() {
        return heads(agents);
    }

    /** What the audit proves: requests. */
    public ChainHeadProvider requestHeads() {
        return heads(requests);
    }

    /** What the audit proves: cases that are served. */
    public ChainHeadProvider servedHeads() {
        return heads(served);
    }

    /** What the audit proves: agreements. */
    public ChainHeadProvider agreementHeads() {
        return heads(agreements);
    }

    /** What the audit proves: reviews that are recognised. */
    public ChainHeadProvider recognitionHeads() {
        return heads(recognitions);
    }

    /** What the audit proves: projects. */
    public ChainHeadProvider projectHeads() {
        return heads(projects);
    }

    /** What the audit proves: their problems. */
    public ChainHeadProvider problemHeads() {
        return heads(problems);
    }

    /** What the audit proves: requests for joint handling. */
    public ChainHeadProvider jointHeads() {
        return heads(joint);
    }

    /** What the audit proves: joint annual inspections. */
    public ChainHeadProvider inspectionHeads() {
        return heads(inspections);
    }

    /** What the audit proves: the bodies that are called to them. */
    public ChainHeadProvider inspectedHeads() {
        return heads(inspected);
    }

    /** All that the audit proves. */
    List<ChainHeadProvider> heads() {
        return List.of(
                agentHeads(),
                requestHeads(),
                servedHeads(),
                agreementHeads(),
                recognitionHeads(),
                projectHeads(),
                problemHeads(),
                jointHeads(),
                inspectionHeads(),
                inspectedHeads());
    }

    private ChainHeadProvider heads(ChainedRows<?> rows) {
        return new JpaChainHeads(rows.type(), entities, transactions, rows.entity());
    }
}
