package org.yichuang.documents.internal.files;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.yichuang.testing.TestNode.NORTH;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.documents.api.FileStore.HandedIn;
import org.yichuang.documents.api.FileStore.Kept;
import org.yichuang.documents.api.FileStore.Received;
import org.yichuang.documents.api.FileType;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.testing.Contract;
import org.yichuang.testing.TestDatabase;
import org.yichuang.testing.TestNode;

/** Files that people hand in are kept under what they are, or not at all. */
public class HandedInFilesTest extends Contract {
    private static final long MOST = 1 << 20;

    private DatabaseFileStore files;

    @Override
    @Before
    public void start() {
        database = TestDatabase.fresh(kind, "db/changelog/documents.xml");
        node = new TestNode(database, folder.getRoot(), clock);
        other = new TestNode(database, folder.getRoot(), clock);
        files = FileStoreTest.store(node);
    }

    @Test
    public void whatIsHandedInIsKeptUnderWhatItIs() throws IOException {
        byte[] archive = Archives.zip(Archives.DOCX);

        Received taken = files.receive(
                new HandedIn("C:\\合同\u202E.docx", "application/octet-stream", MOST),
                new ByteArrayInputStream(archive),
                node.clerk(NORTH));

        assertEquals(new Received("合同.docx", FileType.DOCX, new Kept(Digests.sha256(archive), archive.length)), taken);
        assertArrayEquals(archive, read(taken));
    }

    @Test
    public void namesThatMachinesGiveToAFileSayNothing() throws IOException {
        byte[] archive = Archives.zip(Archives.DOCX);
        for (String said : new String[] {
            "application/vnd.ms-office",
            "application/wps-office.docx",
            "application/zip",
            "application/x-zip-compressed",
            "application/kswps",
            "application/msword",
            "APPLICATION/OCTET-STREAM; charset=binary",
            " "
        }) {
            Received taken = files.receive(
                    new HandedIn("合同.docx", said, MOST), new ByteArrayInputStream(archive), node.clerk(NORTH));
            assertEquals(said, FileType.DOCX, taken.type());
        }
        assertEquals("file-refused", refusal("合同.docx", "application/pdf", MOST, archive));
        assertEquals("file-refused", refusal("合同", FileType.XLSX.mediaType(), MOST, archive));
    }

    @Test
    public void whatIsRefusedIsKeptNowhere() {
        byte[] macros = Archives.zip(Archives.XLSX, "xl/vbaProject.bin");
        byte[] whole = Archives.zip(Archives.XLSX);

        assertEquals("file-refused", refusal("a.xlsx", null, MOST, macros));
        assertEquals("file-refused", refusal("a.pdf", null, MOST, whole));
        assertEquals("file-refused", refusal("a.xlsx", "image/png", MOST, whole));
        assertEquals("file-too-large", refusal("a.xlsx", null, whole.length - 1, whole));

        assertEquals(0, database.run("UPDATE DOCUMENTS_FILE SET USES=0"));
    }

    private String refusal(String name, String type, long most, byte[] content) {
        HandedIn said = new HandedIn(name, type, most);
        return assertThrows(
                        ProblemException.class,
                        () -> files.receive(said, new ByteArrayInputStream(content), node.clerk(NORTH)))
                .code()
                .code();
    }

    private byte[] read(Received taken) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        files.write(taken.kept().sha256(), bytes, node.clerk(NORTH));
        return bytes.toByteArray();
    }
}
