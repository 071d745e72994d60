package dev.sotto.voices.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * What a module says of its functions: signatures, imports, names. Functions are numbered with the imported ones first.
 * Confined to one thread.
 */
final class WasmFunctions {

    private static final int FUNCTION_FORM = 0x60;
    private static final int FUNCTION_NAMES = 1;

    private final List<String> signatures = new ArrayList<>();
    private final List<Integer> signatureOf = new ArrayList<>();
    private final Map<String, Integer> imports = new HashMap<>();
    private final Map<String, Integer> names = new HashMap<>();

    /** Takes note of a section; most are of no interest. */
    void read(int section, WasmInput content) {
        switch (section) {
            case 0 -> readNames(content);
            case 1 -> readSignatures(content);
            case 2 -> readImports(content);
            case 3 -> readFunctions(content);
            default -> {}
        }
    }

    /** Returns how many functions are imported. */
    int imported() {
        return imports.size();
    }

    /** Returns the number of an imported function with such a signature, in hexadecimal: parameters, colon, results. */
    int imported(String name, String signature) {
        return checked(imports, name, signature);
    }

    /** Returns the number of a function of the module's own. */
    int named(String name) {
        Integer number = names.get(name);
        if (number == null) {
            throw new WasmChangedException("found no function " + name);
        }
        return number;
    }

    /** Returns the number of a function of the module's own with such a signature. */
    int named(String name, String signature) {
        return checked(names, name, signature);
    }

    private int checked(Map<String, Integer> functions, String name, String signature) {
        Integer number = functions.get(name);
        if (number == null) {
            throw new WasmChangedException("found no function " + name);
        }
        String found = signatures.get(signatureOf.get(number));
        if (!found.equals(signature)) {
            throw new WasmChangedException("function " + name + " has signature " + found + ", expected " + signature);
        }
        return number;
    }

    private void readSignatures(WasmInput content) {
        for (int left = content.number(); left > 0; left--) {
            if (content.readByte() != FUNCTION_FORM) {
                throw new WasmChangedException("a type that is no function");
            }
            String parameters = HexFormat.of().formatHex(content.rest(content.number()));
            signatures.add(parameters + ":" + HexFormat.of().formatHex(content.rest(content.number())));
        }
    }

    private void readImports(WasmInput content) {
        for (int left = content.number(); left > 0; left--) {
            content.name();
            String name = content.name();
            if (content.readByte() != 0) {
                throw new WasmChangedException("imports " + name + ", which is no function");
            }
            imports.put(name, signatureOf.size());
            signatureOf.add(content.number());
        }
    }

    private void readFunctions(WasmInput content) {
        for (int left = content.number(); left > 0; left--) {
            signatureOf.add(content.number());
        }
    }

    private void readNames(WasmInput content) {
        if (!content.name().equals("name")) {
            return;
        }
        while (content.hasMore()) {
            int kind = content.readByte();
            WasmInput part = content.part(content.number());
            for (int left = kind == FUNCTION_NAMES ? part.number() : 0; left > 0; left--) {
                int number = part.number();
                names.put(part.name(), number);
            }
        }
    }
}
