<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BudgetText</name>
    <message numerus="yes">
        <source>%n call(s) without a price do not count</source>
        <translation>
            <numerusform>%n call without a price does not count</numerusform>
            <numerusform>%n calls without a price do not count</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message numerus="yes">
        <source>Remove %n member(s)</source>
        <translation>
            <numerusform>Remove %n member</numerusform>
            <numerusform>Remove %n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) removed.</source>
        <translation>
            <numerusform>%n member removed.</numerusform>
            <numerusform>%n members removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n wire(s)</source>
        <translation>
            <numerusform>Remove %n wire</numerusform>
            <numerusform>Remove %n wires</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wire(s) removed.</source>
        <translation>
            <numerusform>%n wire removed.</numerusform>
            <numerusform>%n wires removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n node(s)</source>
        <translation>
            <numerusform>Move %n node</numerusform>
            <numerusform>Move %n nodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Change</name>
    <message numerus="yes">
        <source>%n member(s) were added</source>
        <translation>
            <numerusform>%n member was added</numerusform>
            <numerusform>%n members were added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) were removed</source>
        <translation>
            <numerusform>%n member was removed</numerusform>
            <numerusform>%n members were removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) have another place in the order</source>
        <translation>
            <numerusform>%n member has another place in the order</numerusform>
            <numerusform>%n members have another place in the order</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) were changed</source>
        <translation>
            <numerusform>%n member was changed</numerusform>
            <numerusform>%n members were changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) of the team were changed</source>
        <translation>
            <numerusform>%n setting of the team was changed</numerusform>
            <numerusform>%n settings of the team were changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CostBars</name>
    <message numerus="yes">
        <source>Other %n</source>
        <comment>groups of a chart</comment>
        <translation>
            <numerusform>Other %n</numerusform>
            <numerusform>Other %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) without a price are in no amount.</source>
        <translation>
            <numerusform>%n call without a price is in no amount.</numerusform>
            <numerusform>%n calls without a price are in no amount.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Estimate</name>
    <message numerus="yes">
        <source>This follows from %n run(s) of this team.</source>
        <translation>
            <numerusform>This follows from %n run of this team.</numerusform>
            <numerusform>This follows from %n runs of this team.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This follows from %n run(s) of this team, for its newer members from prompt size and price list.</source>
        <translation>
            <numerusform>This follows from %n run of this team, for its newer members from prompt size and price list.</numerusform>
            <numerusform>This follows from %n runs of this team, for its newer members from prompt size and price list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) will cost %1, probably %2.</source>
        <extracomment>the cost of several runs, and what is most likely within it</extracomment>
        <translation>
            <numerusform>%n run will cost %1, probably %2.</numerusform>
            <numerusform>%n runs will cost %1, probably %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not in it: %n member(s) whose price is unknown.</source>
        <translation>
            <numerusform>Not in it: %n member whose price is unknown.</numerusform>
            <numerusform>Not in it: %n members whose price is unknown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not in it: %n member(s) that never ran in this team.</source>
        <translation>
            <numerusform>Not in it: %n member that never ran in this team.</numerusform>
            <numerusform>Not in it: %n members that never ran in this team.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n run(s))</source>
        <extracomment>a range of money, and from how many runs one knows it</extracomment>
        <translation>
            <numerusform>%1 (%n run)</numerusform>
            <numerusform>%1 (%n runs)</numerusform>
        </translation>
    </message>
</context>
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
    <message numerus="yes">
        <source>Output of %1, %n wire(s)</source>
        <translation>
            <numerusform>Output of %1, %n wire</numerusform>
            <numerusform>Output of %1, %n wires</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Input of %1, %n wire(s)</source>
        <translation>
            <numerusform>Input of %1, %n wire</numerusform>
            <numerusform>Input of %1, %n wires</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s), collapsed</source>
        <translation>
            <numerusform>%n member, collapsed</numerusform>
            <numerusform>%n members, collapsed</numerusform>
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
    <message numerus="yes">
        <source>%1 got %n message(s)</source>
        <translation>
            <numerusform>%1 got %n message</numerusform>
            <numerusform>%1 got %n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanBasis</name>
    <message numerus="yes">
        <source>%n earlier run(s) of this team took %1 in the middle. The estimate follows from the last runs of each agent.</source>
        <extracomment>%1 is a duration</extracomment>
        <translation>
            <numerusform>%n earlier run of this team took %1 in the middle. The estimate follows from the last runs of each agent.</numerusform>
            <numerusform>%n earlier runs of this team took %1 in the middle. The estimate follows from the last runs of each agent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanText</name>
    <message numerus="yes">
        <source>%n side by side</source>
        <translation>
            <numerusform>%n side by side</numerusform>
            <numerusform>%n side by side</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wave(s)</source>
        <translation>
            <numerusform>%n wave</numerusform>
            <numerusform>%n waves</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuickFixText</name>
    <message numerus="yes">
        <source>Allow at most %n round(s)</source>
        <translation>
            <numerusform>Allow at most %n round</numerusform>
            <numerusform>Allow at most %n rounds</numerusform>
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
    <name>Timeline</name>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation>
            <numerusform>%n attempt</numerusform>
            <numerusform>%n attempts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Values</name>
    <message numerus="yes">
        <source>{%n key(s)}</source>
        <translation>
            <numerusform>{%n key}</numerusform>
            <numerusform>{%n keys}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>[%n item(s)]</source>
        <translation>
            <numerusform>[%n item]</numerusform>
            <numerusform>[%n items]</numerusform>
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
    <message numerus="yes">
        <source>%1 is rate-limited, tried again in %n second(s)</source>
        <translation>
            <numerusform>%1 is rate-limited, tried again in %n second</numerusform>
            <numerusform>%1 is rate-limited, tried again in %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 waits for a free slot at the agent service, asked again in %n second(s)</source>
        <translation>
            <numerusform>%1 waits for a free slot at the agent service, asked again in %n second</numerusform>
            <numerusform>%1 waits for a free slot at the agent service, asked again in %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renum::ui::BuilderPage</name>
    <message numerus="yes">
        <source>The connected services do not have %n agent(s) of this team.</source>
        <translation>
            <numerusform>The connected services do not have %n agent of this team.</numerusform>
            <numerusform>The connected services do not have %n agents of this team.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 There are %n more remark(s).</source>
        <extracomment>what is wrong in a file; more that is wrong</extracomment>
        <translation>
            <numerusform>%1 There is %n more remark.</numerusform>
            <numerusform>%1 There are %n more remarks.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renum::ui::ExecutionRemover</name>
    <message numerus="yes">
        <source>%n execution(s) deleted.</source>
        <translation>
            <numerusform>%n execution deleted.</numerusform>
            <numerusform>%n executions deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n execution(s) deleted. Others were not: %1</source>
        <extracomment>some were deleted; why others were not</extracomment>
        <translation>
            <numerusform>%n execution deleted. Others were not: %1</numerusform>
            <numerusform>%n executions deleted. Others were not: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renum::ui::InboxButton</name>
    <message numerus="yes">
        <source>%n thing(s) wait for you</source>
        <translation>
            <numerusform>%n thing waits for you</numerusform>
            <numerusform>%n things wait for you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renum::ui::Inspector</name>
    <message numerus="yes">
        <source>%n members</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renum::ui::JsonDifferenceView</name>
    <message numerus="yes">
        <source>%n value(s) changed</source>
        <translation>
            <numerusform>%n value changed</numerusform>
            <numerusform>%n values changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n added</numerusform>
            <numerusform>%n added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>%n removed</numerusform>
            <numerusform>%n removed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renum::ui::JsonView</name>
    <message numerus="yes">
        <source>Not taken over. %n thing(s) in it cannot be read.</source>
        <translation>
            <numerusform>Not taken over. %n thing in it cannot be read.</numerusform>
            <numerusform>Not taken over. %n things in it cannot be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renum::ui::LedgerPanel</name>
    <message numerus="yes">
        <source>%n call(s) written</source>
        <translation>
            <numerusform>%n call written</numerusform>
            <numerusform>%n calls written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) exported.</source>
        <translation>
            <numerusform>%n call exported.</numerusform>
            <numerusform>%n calls exported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renum::ui::LogView</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renum::ui::MemberActions</name>
    <message numerus="yes">
        <source>Remove %n member(s)</source>
        <translation>
            <numerusform>Remove %n member</numerusform>
            <numerusform>Remove %n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n member(s)</source>
        <translation>
            <numerusform>Move %n member</numerusform>
            <numerusform>Move %n members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renum::ui::MembersModel</name>
    <message numerus="yes">
        <source>Move %n member(s)</source>
        <translation>
            <numerusform>Move %n member</numerusform>
            <numerusform>Move %n members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renum::ui::OutlineModel</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renum::ui::PartNote</name>
    <message numerus="yes">
        <source>“%1” and everyone before it work; %n other(s) are left out.</source>
        <extracomment>%1 is a member; %n of the others</extracomment>
        <translation>
            <numerusform>“%1” and everyone before it work; %n other is left out.</numerusform>
            <numerusform>“%1” and everyone before it work; %n others are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
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
    <name>renum::ui::PriceImportDialog</name>
    <message numerus="yes">
        <source>%n new price(s).</source>
        <translation>
            <numerusform>%n new price.</numerusform>
            <numerusform>%n new prices.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed.</source>
        <comment>prices</comment>
        <translation>
            <numerusform>%n changed.</numerusform>
            <numerusform>%n changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n as they are.</source>
        <comment>prices</comment>
        <translation>
            <numerusform>%n as it is.</numerusform>
            <numerusform>%n as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model(s) of the file without a usable price are left out.</source>
        <translation>
            <numerusform>%n model of the file without a usable price is left out.</numerusform>
            <numerusform>%n models of the file without a usable price are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renum::ui::PricePanel</name>
    <message numerus="yes">
        <source>%n price(s) taken.</source>
        <translation>
            <numerusform>%n price taken.</numerusform>
            <numerusform>%n prices taken.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renum::ui::ScrubBar</name>
    <message numerus="yes">
        <source>Live · %n behind</source>
        <translation>
            <numerusform>Live · %n behind</numerusform>
            <numerusform>Live · %n behind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>End · %n behind</source>
        <translation>
            <numerusform>End · %n behind</numerusform>
            <numerusform>End · %n behind</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renum::ui::SeveralPart</name>
    <message numerus="yes">
        <source>Remove %n member(s)</source>
        <translation>
            <numerusform>Remove %n member</numerusform>
            <numerusform>Remove %n members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renum::ui::SpendingModel</name>
    <message numerus="yes">
        <source>%n told by the service</source>
        <translation>
            <numerusform>%n told by the service</numerusform>
            <numerusform>%n told by the service</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n from the price table</source>
        <translation>
            <numerusform>%n from the price table</numerusform>
            <numerusform>%n from the price table</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n estimated</source>
        <translation>
            <numerusform>%n estimated</numerusform>
            <numerusform>%n estimated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a price</source>
        <translation>
            <numerusform>%n without a price</numerusform>
            <numerusform>%n without a price</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renum::ui::TeamCanvas</name>
    <message numerus="yes">
        <source>%n member(s) copied.</source>
        <translation>
            <numerusform>%n member copied.</numerusform>
            <numerusform>%n members copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n member(s)</source>
        <translation>
            <numerusform>Paste %n member</numerusform>
            <numerusform>Paste %n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n member(s)</source>
        <translation>
            <numerusform>Duplicate %n member</numerusform>
            <numerusform>Duplicate %n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) added.</source>
        <translation>
            <numerusform>%n member added.</numerusform>
            <numerusform>%n members added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) added that need an agent of their own: choose one for each.</source>
        <translation>
            <numerusform>%n member added that need an agent of their own: choose one for each.</numerusform>
            <numerusform>%n members added that need an agent of their own: choose one for each.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n member(s)</source>
        <translation>
            <numerusform>Add %n member</numerusform>
            <numerusform>Add %n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n node(s)</source>
        <translation>
            <numerusform>Move %n node</numerusform>
            <numerusform>Move %n nodes</numerusform>
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
<context>
    <name>renum::ui::TeamFiles</name>
    <message numerus="yes">
        <source>The team holds %n text(s) that look like keys or passwords.</source>
        <translation>
            <numerusform>The team holds %n text that looks like a key or a password.</numerusform>
            <numerusform>The team holds %n texts that look like keys or passwords.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renum::ui::TilesRow</name>
    <message numerus="yes">
        <source>the %n day(s) before</source>
        <translation>
            <numerusform>the day before</numerusform>
            <numerusform>the %n days before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 – %2, without %n call(s) that have no price</source>
        <comment>amounts</comment>
        <translation>
            <numerusform>%1 – %2, without %n call that has no price</numerusform>
            <numerusform>%1 – %2, without %n calls that have no price</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>models</comment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renum::ui::UnpricedPanel</name>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renum::ui::UsageView</name>
    <message numerus="yes">
        <source>%n told by the service</source>
        <translation>
            <numerusform>%n told by the service</numerusform>
            <numerusform>%n told by the service</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n from the price table</source>
        <translation>
            <numerusform>%n from the price table</numerusform>
            <numerusform>%n from the price table</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n estimated</source>
        <translation>
            <numerusform>%n estimated</numerusform>
            <numerusform>%n estimated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a price</source>
        <translation>
            <numerusform>%n without a price</numerusform>
            <numerusform>%n without a price</numerusform>
        </translation>
    </message>
</context>
</TS>
