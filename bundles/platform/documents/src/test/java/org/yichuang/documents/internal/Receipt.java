package org.yichuang.documents.internal;

import java.util.Map;
import java.util.Set;
import org.yichuang.documents.api.DocumentLayout;
import org.yichuang.documents.api.DocumentService.Request;
import org.yichuang.documents.api.DocumentTemplate;

/** A template as a module gives it. */
class Receipt implements DocumentTemplate {
    static Request about(String number) {
        return new Request(
                "cases",
                "receipt",
                "case",
                number,
                "海阳市市场监督管理局",
                "张晓明",
                Map.of("item", "食品经营许可", "materials", "申请书\n营业执照"));
    }

    @Override
    public String module() {
        return "cases";
    }

    @Override
    public String kind() {
        return "receipt";
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public String title() {
        return "{item}收件凭证";
    }

    @Override
    public String mark() {
        return "收";
    }

    @Override
    public DocumentLayout layout() {
        return DocumentLayout.SLIP;
    }

    @Override
    public boolean isSealed() {
        return false;
    }

    @Override
    public Set<String> facts() {
        return Set.of("item", "materials", "note");
    }

    @Override
    public Map<String, String> factNames() {
        return Map.of("item", "事项名称", "materials", "材料清单");
    }

    @Override
    public Set<String> required() {
        return Set.of("item");
    }

    @Override
    public String text() {
        return "事项 | {item}\n# 材料\n- {materials}\n[备注：{note}]";
    }
}
