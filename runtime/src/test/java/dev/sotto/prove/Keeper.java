package dev.sotto.prove;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A process for the search to look into: keeps the line it is given until it is told to forget it. */
final class Keeper {

    private Keeper() {}

    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String kept = in.readLine();
        System.out.println(kept.length());
        in.readLine();
        System.out.println(kept.length());
        kept = "";
        System.out.println(kept.length());
        in.readLine();
    }
}
