<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Graph</name>
    <message numerus="yes">
        <source>%n input(s)</source>
        <translation>
            <numerusform>%n input</numerusform>
            <numerusform>%n inputs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n output(s)</source>
        <translation>
            <numerusform>%n output</numerusform>
            <numerusform>%n outputs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>up to %n time(s)</source>
        <translation>
            <numerusform>up to %n time</numerusform>
            <numerusform>up to %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, up to %n time(s)</source>
        <extracomment>%1 is a condition such as &quot;verdict = fail&quot;</extracomment>
        <translation>
            <numerusform>%1, up to %n time</numerusform>
            <numerusform>%1, up to %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Log</name>
    <message numerus="yes">
        <source>Planned %n step(s)</source>
        <translation>
            <numerusform>Planned %n step</numerusform>
            <numerusform>Planned %n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The time limit of %n second(s) is reached</source>
        <translation>
            <numerusform>The time limit of %n second is reached</numerusform>
            <numerusform>The time limit of %n seconds is reached</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message numerus="yes">
        <source>%n model(s), for example: %1</source>
        <extracomment>How many models there are, then the names of the first</extracomment>
        <translation>
            <numerusform>%n model, for example: %1</numerusform>
            <numerusform>%n models, for example: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model(s): %1</source>
        <translation>
            <numerusform>%n model: %1</numerusform>
            <numerusform>%n models: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agent(s) there.</source>
        <translation>
            <numerusform>%n agent there.</numerusform>
            <numerusform>%n agents there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaitLine</name>
    <message numerus="yes">
        <source>%1 failed and is tried again in %n second(s)</source>
        <translation>
            <numerusform>%1 failed and is tried again in %n second</numerusform>
            <numerusform>%1 failed and is tried again in %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 waits: the agent service does not answer, next try in %n second(s)</source>
        <translation>
            <numerusform>%1 waits: the agent service does not answer, next try in %n second</numerusform>
            <numerusform>%1 waits: the agent service does not answer, next try in %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more step(s) failed.</source>
        <translation>
            <numerusform>%n more step failed.</numerusform>
            <numerusform>%n more steps failed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renum::ui::PlanPreview</name>
    <message numerus="yes">
        <source>Plan: %n step(s)</source>
        <translation>
            <numerusform>Plan: %n step</numerusform>
            <numerusform>Plan: %n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renum::ui::TeamDelegate</name>
    <message numerus="yes">
        <source>%n agent(s)</source>
        <translation>
            <numerusform>%n agent</numerusform>
            <numerusform>%n agents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renum::ui::TeamDetail</name>
    <message numerus="yes">
        <source>%n agent(s)</source>
        <translation>
            <numerusform>%n agent</numerusform>
            <numerusform>%n agents</numerusform>
        </translation>
    </message>
</context>
</TS>
