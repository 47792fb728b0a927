<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en">
<context>
    <name>Attention</name>
    <message>
        <source>%1 of %2 waits for your approval</source>
        <extracomment>agent, team</extracomment>
        <translation>%1 de %2 espera sua aprovação</translation>
    </message>
    <message>
        <source>%1 holds at its spending limit</source>
        <extracomment>team</extracomment>
        <translation>%1 está em pausa no limite de gastos</translation>
    </message>
    <message>
        <source>%1 holds after %2</source>
        <translation>%1 está em pausa depois de %2</translation>
    </message>
    <message>
        <source>%1 holds before %2</source>
        <translation>%1 está em pausa antes de %2</translation>
    </message>
    <message>
        <source>%1 was interrupted: nobody drives it</source>
        <extracomment>team</extracomment>
        <translation>%1 foi interrompida: ninguém a conduz agora</translation>
    </message>
    <message>
        <source>%1 holds at the budget %2</source>
        <extracomment>team, name of a budget</extracomment>
        <translation>%1 está parada no orçamento %2</translation>
    </message>
</context>
<context>
    <name>BudgetText</name>
    <message>
        <source>Pause and ask me</source>
        <translation>Pausar e me perguntar</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Only tell me</source>
        <translation>Só me avisar</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tudo</translation>
    </message>
    <message>
        <source>One team</source>
        <translation>Uma equipe</translation>
    </message>
    <message>
        <source>One agent</source>
        <translation>Um agente</translation>
    </message>
    <message>
        <source>Each run</source>
        <translation>Por execução</translation>
    </message>
    <message>
        <source>A day</source>
        <translation>Por dia</translation>
    </message>
    <message>
        <source>A month</source>
        <translation>Por mês</translation>
    </message>
    <message>
        <source>Team %1: %2</source>
        <extracomment>name of a team; &quot;a day&quot;, &quot;a month&quot; or &quot;each run&quot;</extracomment>
        <translation>Equipe %1: %2</translation>
    </message>
    <message>
        <source>Agent %1: %2</source>
        <extracomment>name of an agent; &quot;a day&quot;, &quot;a month&quot; or &quot;each run&quot;</extracomment>
        <translation>Agente %1: %2</translation>
    </message>
    <message>
        <source>%1 of %2 tokens</source>
        <translation>%1 de %2 tokens</translation>
    </message>
    <message>
        <source>%1 of %2 calls</source>
        <translation>%1 de %2 chamadas</translation>
    </message>
    <message>
        <source>at most %1 of %2</source>
        <extracomment>of the run of today that is nearest to its limit</extracomment>
        <translation>no máximo %1 de %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>amounts</comment>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Desativado</translation>
    </message>
    <message>
        <source>The limit is reached</source>
        <translation>O limite foi atingido</translation>
    </message>
    <message>
        <source>%1 reserved for calls under way</source>
        <translation>Reserva de %1 para chamadas em andamento</translation>
    </message>
    <message>
        <source>%1 over the limit</source>
        <translation>%1 acima do limite</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) without a price do not count</source>
        <translation>
            <numerusform>%n chamada sem preço não conta</numerusform>
            <numerusform>%n chamadas sem preço não contam</numerusform>
        </translation>
    </message>
    <message>
        <source>At the limit: %1</source>
        <translation>Ao atingir o limite: %1</translation>
    </message>
</context>
<context>
    <name>BudgetWords</name>
    <message>
        <source>%1 of %2</source>
        <extracomment>what is left of a limit</extracomment>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>%1 of %2 tokens</source>
        <translation>%1 de %2 tokens</translation>
    </message>
    <message>
        <source>%1 of %2 calls</source>
        <translation>%1 de %2 chamadas</translation>
    </message>
    <message>
        <source>%1 of %2 of work</source>
        <translation>%1 de %2 de trabalho</translation>
    </message>
    <message>
        <source>Budget “%1” leaves this run %2.</source>
        <extracomment>a budget&apos;s name, what it leaves</extracomment>
        <translation>O orçamento “%1” deixa %2 para esta execução.</translation>
    </message>
    <message>
        <source>Budget “%1” leaves today %2.</source>
        <translation>O orçamento “%1” deixa %2 para hoje.</translation>
    </message>
    <message>
        <source>Budget “%1” leaves this month %2.</source>
        <translation>O orçamento “%1” deixa %2 para este mês.</translation>
    </message>
    <message>
        <source>It is used up; you are only told.</source>
        <translation>Ele se esgotou; você só recebe um aviso.</translation>
    </message>
    <message>
        <source>This will probably pass it; you are only told.</source>
        <translation>É provável que ele seja ultrapassado; você só recebe um aviso.</translation>
    </message>
    <message>
        <source>This may pass it; you are only told.</source>
        <translation>Ele pode ser ultrapassado; você só recebe um aviso.</translation>
    </message>
    <message>
        <source>It is used up: the run stops before its first call.</source>
        <translation>Ele se esgotou: a execução para antes da primeira chamada.</translation>
    </message>
    <message>
        <source>It is used up: the run pauses before its first call.</source>
        <translation>Ele se esgotou: a execução pausa antes da primeira chamada.</translation>
    </message>
    <message>
        <source>This will probably pass it; the run then stops.</source>
        <translation>É provável que ele seja ultrapassado; a execução então para.</translation>
    </message>
    <message>
        <source>This will probably pass it; the run then pauses.</source>
        <translation>É provável que ele seja ultrapassado; a execução então pausa.</translation>
    </message>
    <message>
        <source>This may pass it; the run then stops.</source>
        <translation>Ele pode ser ultrapassado; a execução então para.</translation>
    </message>
    <message>
        <source>This may pass it; the run then pauses.</source>
        <translation>Ele pode ser ultrapassado; a execução então pausa.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>two sentences</extracomment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <source>Remove frame</source>
        <translation>Remover moldura</translation>
    </message>
    <message>
        <source>Remove note</source>
        <translation>Remover nota</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n member(s)</source>
        <translation>
            <numerusform>Remover %n membro</numerusform>
            <numerusform>Remover %n membros</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) removed.</source>
        <translation>
            <numerusform>%n membro removido.</numerusform>
            <numerusform>%n membros removidos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n wire(s)</source>
        <translation>
            <numerusform>Remover %n conexão</numerusform>
            <numerusform>Remover %n conexões</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wire(s) removed.</source>
        <translation>
            <numerusform>%n conexão removida.</numerusform>
            <numerusform>%n conexões removidas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n node(s)</source>
        <translation>
            <numerusform>Mover %n nó</numerusform>
            <numerusform>Mover %n nós</numerusform>
        </translation>
    </message>
    <message>
        <source>Move reroute point</source>
        <translation>Mover ponto de desvio</translation>
    </message>
    <message>
        <source>%1 cannot get its own result.</source>
        <translation>%1 não pode receber o próprio resultado.</translation>
    </message>
    <message>
        <source>Nothing leads into the prompt or out of the result.</source>
        <translation>Nada leva ao pedido nem sai do resultado.</translation>
    </message>
    <message>
        <source>Between prompt and result somebody has to work: add a member first.</source>
        <translation>Entre o pedido e o resultado alguém precisa trabalhar: adicione primeiro um membro.</translation>
    </message>
    <message>
        <source>%1 already leads to %2.</source>
        <translation>%1 já leva a %2.</translation>
    </message>
    <message>
        <source>%2 already leads to %1, so the work would go round for ever. A sequential team or a pipeline can send work back.</source>
        <translation>%2 já leva a %1, por isso o trabalho andaria em círculo para sempre. Uma equipe sequencial ou em cadeia pode devolver trabalho.</translation>
    </message>
    <message>
        <source>In a pipeline only the first member gets the prompt.</source>
        <translation>Em uma cadeia, só o primeiro membro recebe o pedido.</translation>
    </message>
    <message>
        <source>%2 gets the result of %1.</source>
        <translation>%2 recebe o resultado de %1.</translation>
    </message>
    <message>
        <source>%2 comes right after %1.</source>
        <translation>%2 vem logo depois de %1.</translation>
    </message>
    <message>
        <source>%1 sends its work back to %2.</source>
        <translation>%1 devolve seu trabalho a %2.</translation>
    </message>
    <message>
        <source>The result of %1 is that of the team.</source>
        <translation>O resultado de %1 é o da equipe.</translation>
    </message>
    <message>
        <source>The team&apos;s result comes from here. Lead another wire to the result.</source>
        <translation>O resultado da equipe vem daqui. Leve outra conexão até o resultado.</translation>
    </message>
    <message>
        <source>%1 needs something to begin with: connect something else to it first.</source>
        <translation>%1 precisa de algo para começar: conecte primeiro outra coisa a ele.</translation>
    </message>
    <message>
        <source>In a pipeline each member follows the one before: move %1 instead.</source>
        <translation>Em uma cadeia, cada membro vem depois do anterior: em vez disso, mova %1.</translation>
    </message>
    <message>
        <source>%2 follows %1 because of its place in the order: move it instead.</source>
        <translation>%2 vem depois de %1 por causa do lugar na ordem: em vez disso, mova-o.</translation>
    </message>
</context>
<context>
    <name>Change</name>
    <message>
        <source>%1 was added</source>
        <translation>%1 foi adicionado</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) were added</source>
        <translation>
            <numerusform>%n membro foi adicionado</numerusform>
            <numerusform>%n membros foram adicionados</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was removed</source>
        <translation>%1 foi removido</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) were removed</source>
        <translation>
            <numerusform>%n membro foi removido</numerusform>
            <numerusform>%n membros foram removidos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has another place in the order</source>
        <translation>%1 mudou de lugar na ordem</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) have another place in the order</source>
        <translation>
            <numerusform>%n membro mudou de lugar na ordem</numerusform>
            <numerusform>%n membros mudaram de lugar na ordem</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) were changed</source>
        <translation>
            <numerusform>%n membro foi alterado</numerusform>
            <numerusform>%n membros foram alterados</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was changed</source>
        <translation>%1 foi alterado</translation>
    </message>
    <message>
        <source>%1: %2 changed</source>
        <extracomment>A member of the team, and which of its fields: Analyst: Role and Instructions changed</extracomment>
        <translation>%1: %2 com alteração</translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) of the team were changed</source>
        <translation>
            <numerusform>%n configuração da equipe foi alterada</numerusform>
            <numerusform>%n configurações da equipe foram alteradas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 changed</source>
        <extracomment>One or two fields of the team, for example Name</extracomment>
        <translation>%1 com alteração</translation>
    </message>
    <message>
        <source>Only the arrangement is another</source>
        <translation>Só a disposição mudou</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>Nada foi alterado</translation>
    </message>
    <message>
        <source>The first version</source>
        <translation>A primeira versão</translation>
    </message>
    <message>
        <source>The oldest version that is kept</source>
        <translation>A versão mais antiga guardada</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Versão %1</translation>
    </message>
    <message>
        <source>Version %1 · %2</source>
        <extracomment>A version&apos;s number and the name that a person gave it</extracomment>
        <translation>Versão %1 · %2</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>Not in this run</source>
        <translation>Não está nesta execução</translation>
    </message>
    <message>
        <source>Kept</source>
        <comment>a result of an earlier run</comment>
        <translation>Mantido</translation>
    </message>
    <message>
        <source>%1, round %2</source>
        <extracomment>agent, number of the round of a loop</extracomment>
        <translation>%1, rodada %2</translation>
    </message>
    <message>
        <source>fork</source>
        <translation>bifurcação</translation>
    </message>
    <message>
        <source>retry</source>
        <translation>nova tentativa</translation>
    </message>
</context>
<context>
    <name>Conditions</name>
    <message>
        <source>is</source>
        <translation>é</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>não é</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>contém</translation>
    </message>
    <message>
        <source>does not contain</source>
        <translation>não contém</translation>
    </message>
    <message>
        <source>is more than</source>
        <translation>é maior que</translation>
    </message>
    <message>
        <source>is at least</source>
        <translation>é no mínimo</translation>
    </message>
    <message>
        <source>is less than</source>
        <translation>é menor que</translation>
    </message>
    <message>
        <source>is at most</source>
        <translation>é no máximo</translation>
    </message>
    <message>
        <source>is one of</source>
        <translation>é um de</translation>
    </message>
    <message>
        <source>is none of</source>
        <translation>não é nenhum de</translation>
    </message>
    <message>
        <source>begins with</source>
        <translation>começa com</translation>
    </message>
    <message>
        <source>ends with</source>
        <translation>termina com</translation>
    </message>
    <message>
        <source>matches the pattern</source>
        <translation>corresponde ao padrão</translation>
    </message>
    <message>
        <source>is there</source>
        <translation>existe</translation>
    </message>
    <message>
        <source>is not there</source>
        <translation>não existe</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>está vazio</translation>
    </message>
    <message>
        <source>is not empty</source>
        <translation>não está vazio</translation>
    </message>
    <message>
        <source>All of these hold</source>
        <translation>Todas são atendidas</translation>
    </message>
    <message>
        <source>At least one of these holds</source>
        <translation>Pelo menos uma é atendida</translation>
    </message>
    <message>
        <source>Not all of these hold</source>
        <translation>Nem todas são atendidas</translation>
    </message>
    <message>
        <source>None of these holds</source>
        <translation>Nenhuma é atendida</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Sim ou não</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>“%1”</source>
        <extracomment>around a text that was found</extracomment>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>Initial prompt</source>
        <translation>Pedido inicial</translation>
    </message>
    <message>
        <source>Context › %1</source>
        <extracomment>a value that the team shares</extracomment>
        <translation>Contexto › %1</translation>
    </message>
    <message>
        <source>%1 › everything</source>
        <extracomment>%1 is an agent</extracomment>
        <translation>%1 › tudo</translation>
    </message>
    <message>
        <source>%1 › %2</source>
        <extracomment>An agent and a part of its result</extracomment>
        <translation>%1 › %2</translation>
    </message>
    <message>
        <source>It was not there.</source>
        <translation>Não existia.</translation>
    </message>
    <message>
        <source>It was %1.</source>
        <translation>Era %1.</translation>
    </message>
    <message>
        <source>Holds: there is nothing to test.</source>
        <translation>Condição atendida: não há nada a testar.</translation>
    </message>
    <message>
        <source>Does not hold: there is nothing to test.</source>
        <translation>Condição não atendida: não há nada a testar.</translation>
    </message>
    <message>
        <source>Holds: %1 was not there.</source>
        <translation>Condição atendida: %1 não existia.</translation>
    </message>
    <message>
        <source>Does not hold: %1 was not there.</source>
        <translation>Condição não atendida: %1 não existia.</translation>
    </message>
    <message>
        <source>Holds: %1 was %2.</source>
        <translation>Condição atendida: %1 era %2.</translation>
    </message>
    <message>
        <source>Does not hold: %1 was %2.</source>
        <translation>Condição não atendida: %1 era %2.</translation>
    </message>
</context>
<context>
    <name>Connection</name>
    <message>
        <source>This computer</source>
        <translation>Este computador</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demonstração</translation>
    </message>
    <message>
        <source>no agent service</source>
        <translation>nenhum serviço de agentes</translation>
    </message>
    <message>
        <source>connecting…</source>
        <translation>conectando…</translation>
    </message>
    <message>
        <source>Suna</source>
        <translation>Suna</translation>
    </message>
    <message>
        <source>Suna unreachable</source>
        <translation>Suna inacessível</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>Where teams are kept, then the service that runs the agents</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>No agent service is connected. Teams can be edited, but not run.</source>
        <translation>Nenhum serviço de agentes está conectado. As equipes podem ser editadas, mas não executadas.</translation>
    </message>
    <message>
        <source>Connecting to the agent service…</source>
        <translation>Conectando ao serviço de agentes…</translation>
    </message>
    <message>
        <source>The demo is running on this computer. Its agents are simulated and cost nothing.</source>
        <translation>A demonstração está em execução neste computador. Seus agentes são simulados e não custam nada.</translation>
    </message>
    <message>
        <source>Connected: %1.</source>
        <translation>Conectado: %1.</translation>
    </message>
    <message>
        <source>The agent service cannot be reached.</source>
        <translation>Não foi possível alcançar o serviço de agentes.</translation>
    </message>
    <message>
        <source>%1 cannot be used: %2</source>
        <extracomment>A server&apos;s name or address, then what is wrong with it</extracomment>
        <translation>%1 não pode ser usado: %2</translation>
    </message>
    <message>
        <source>models</source>
        <translation>modelos</translation>
    </message>
    <message>
        <source>models unreachable</source>
        <translation>modelos inacessíveis</translation>
    </message>
</context>
<context>
    <name>Context</name>
    <message>
        <source>Renum</source>
        <translation>Renum</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names in a list</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Version %1 · what it began with</source>
        <translation>Versão %1 · como começou</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Versão %1</translation>
    </message>
    <message>
        <source>Version %1 · %2 restored version %3</source>
        <extracomment>number, who, number</extracomment>
        <translation>Versão %1 · %2 restaurou a versão %3</translation>
    </message>
    <message>
        <source>Version %1 · %2 · %3</source>
        <extracomment>number, who, time since the beginning</extracomment>
        <translation>Versão %1 · %2 · %3</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>excluído</translation>
    </message>
    <message>
        <source>At the beginning: %1</source>
        <extracomment>value</extracomment>
        <translation>No início: %1</translation>
    </message>
    <message>
        <source>Version %1 · %2: %3</source>
        <extracomment>number, who, value</extracomment>
        <translation>Versão %1 · %2: %3</translation>
    </message>
    <message>
        <source>“%1” was also written by %2; the value of %3 was kept.</source>
        <extracomment>key, agents, agent</extracomment>
        <translation>“%1” também foi gravado por %2; o valor de %3 foi mantido.</translation>
    </message>
    <message>
        <source>Context: %1</source>
        <extracomment>a key of the context object</extracomment>
        <translation>Contexto: %1</translation>
    </message>
    <message>
        <source>Memory: %1</source>
        <extracomment>a key of the shared memory</extracomment>
        <translation>Memória: %1</translation>
    </message>
</context>
<context>
    <name>Conversion</name>
    <message>
        <source>%1 no longer gets the result of %2.</source>
        <translation>%1 não recebe mais o resultado de %2.</translation>
    </message>
    <message>
        <source>%1 no longer gets the prompt.</source>
        <translation>%1 não recebe mais o pedido.</translation>
    </message>
    <message>
        <source>%1 no longer gets the value “%2”.</source>
        <translation>%1 não recebe mais o valor “%2”.</translation>
    </message>
    <message>
        <source>%1 no longer waits for %2.</source>
        <translation>%1 não espera mais por %2.</translation>
    </message>
    <message>
        <source>%1 no longer sends its work back to %2.</source>
        <translation>%1 não devolve mais seu trabalho a %2.</translation>
    </message>
    <message>
        <source>The others are no longer stopped when one fails.</source>
        <translation>Os outros não são mais parados quando um falha.</translation>
    </message>
</context>
<context>
    <name>CostBars</name>
    <message numerus="yes">
        <source>Other %n</source>
        <comment>groups of a chart</comment>
        <translation>
            <numerusform>Demais (%n)</numerusform>
            <numerusform>Demais (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <extracomment>a month with its year, see QLocale::toString</extracomment>
        <translation>MMM &apos;de&apos; yyyy</translation>
    </message>
    <message>
        <source>Nothing was spent.</source>
        <translation>Nada foi gasto.</translation>
    </message>
    <message>
        <source>%1 is %2 of the spending.</source>
        <extracomment>an agent, a model, a team or a strategy; its share</extracomment>
        <translation>%1 responde por %2 dos gastos.</translation>
    </message>
    <message>
        <source>Most was spent on %1: %2.</source>
        <comment>a day, a week or a month</comment>
        <translation>O maior gasto foi em %1: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) without a price are in no amount.</source>
        <translation>
            <numerusform>%n chamada sem preço não entra em nenhum valor.</numerusform>
            <numerusform>%n chamadas sem preço não entram em nenhum valor.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CostNames</name>
    <message>
        <source>No team</source>
        <translation>Sem equipe</translation>
    </message>
    <message>
        <source>No agent</source>
        <translation>Sem agente</translation>
    </message>
    <message>
        <source>Unknown model</source>
        <translation>Modelo desconhecido</translation>
    </message>
    <message>
        <source>Deleted teams</source>
        <translation>Equipes excluídas</translation>
    </message>
</context>
<context>
    <name>CostScope</name>
    <message>
        <source>d MMM</source>
        <extracomment>a day without its year, see QLocale::toString</extracomment>
        <translation>d &apos;de&apos; MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <extracomment>a day with its year, see QLocale::toString</extracomment>
        <translation>d &apos;de&apos; MMM &apos;de&apos; yyyy</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>days</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>desde %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>até %1</translation>
    </message>
    <message>
        <source>all days</source>
        <translation>todos os dias</translation>
    </message>
    <message>
        <source>agent</source>
        <translation>agente</translation>
    </message>
    <message>
        <source>model</source>
        <translation>modelo</translation>
    </message>
    <message>
        <source>team</source>
        <translation>equipe</translation>
    </message>
    <message>
        <source>strategy</source>
        <translation>estratégia</translation>
    </message>
</context>
<context>
    <name>Difference</name>
    <message>
        <source>%1 changed</source>
        <extracomment>The argument is a field, for example Instructions</extracomment>
        <translation>%1 com alteração</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <extracomment>A field, its value before and now</extracomment>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>%1 was added</source>
        <translation>%1 foi adicionado</translation>
    </message>
    <message>
        <source>%1 was removed</source>
        <translation>%1 foi removido</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>A member of the team, and what was changed about it</extracomment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>Stopped.</source>
        <translation>Parado.</translation>
    </message>
    <message>
        <source>This is not an address of a server. Write it like https://suna.example.com.</source>
        <translation>Isto não é o endereço de um servidor. Escreva-o como https://suna.example.com.</translation>
    </message>
    <message>
        <source>“{url}” is not an address of a server. Write it like https://suna.example.com.</source>
        <translation>“{url}” não é o endereço de um servidor. Escreva-o como https://suna.example.com.</translation>
    </message>
    <message>
        <source>The address leads to a place that is not for services. Enter the address of the server itself.</source>
        <translation>O endereço leva a um lugar que não é para serviços. Informe o endereço do próprio servidor.</translation>
    </message>
    <message>
        <source>{host} leads to {address}, which is not an address for services. Enter the address of the server itself.</source>
        <translation>{host} leva a {address}, que não é um endereço para serviços. Informe o endereço do próprio servidor.</translation>
    </message>
    <message>
        <source>Nothing answers at the server&apos;s address. Check the address and whether the server is running.</source>
        <translation>Nada responde no endereço do servidor. Verifique o endereço e se o servidor está em execução.</translation>
    </message>
    <message>
        <source>Nothing answers at {host}. Check the address and whether the server is running.</source>
        <translation>Nada responde em {host}. Verifique o endereço e se o servidor está em execução.</translation>
    </message>
    <message>
        <source>The server&apos;s name was not found. Check the address and your network.</source>
        <translation>O nome do servidor não foi encontrado. Verifique o endereço e a sua rede.</translation>
    </message>
    <message>
        <source>The name {host} was not found. Check the address and your network.</source>
        <translation>O nome {host} não foi encontrado. Verifique o endereço e a sua rede.</translation>
    </message>
    <message>
        <source>No secure connection could be made. The server&apos;s certificate is not trusted, or the address should begin with http:// instead of https://.</source>
        <translation>Não foi possível estabelecer uma conexão segura. O certificado do servidor não é confiável ou o endereço deveria começar com http:// em vez de https://.</translation>
    </message>
    <message>
        <source>The server did not accept the connection in time. Check the address, your network and any firewall, then try again.</source>
        <translation>O servidor não aceitou a conexão a tempo. Verifique o endereço, a sua rede e o firewall e tente de novo.</translation>
    </message>
    <message>
        <source>The server stopped answering. Try again; if it happens often, look at the server.</source>
        <translation>O servidor parou de responder. Tente de novo; se acontecer com frequência, verifique o servidor.</translation>
    </message>
    <message>
        <source>The server took too long to answer. Try again later.</source>
        <translation>O servidor demorou demais para responder. Tente de novo mais tarde.</translation>
    </message>
    <message>
        <source>The connection to the server broke. Check your network and try again.</source>
        <translation>A conexão com o servidor caiu. Verifique a sua rede e tente de novo.</translation>
    </message>
    <message>
        <source>The server&apos;s answer is larger than allowed and was not read. Check that the address is that of a Suna server.</source>
        <translation>A resposta do servidor é maior que o permitido e não foi lida. Verifique se o endereço é o de um servidor Suna.</translation>
    </message>
    <message>
        <source>The server points to another address, which was not followed to keep your token safe. Enter the final address in the settings.</source>
        <translation>O servidor aponta para outro endereço, que não foi seguido para proteger o seu token. Informe o endereço final nos ajustes.</translation>
    </message>
    <message>
        <source>The network request failed. Check your network and try again.</source>
        <translation>A requisição de rede falhou. Verifique a sua rede e tente de novo.</translation>
    </message>
    <message>
        <source>The data could not be read because it is not valid JSON. Check the file or the server&apos;s address.</source>
        <translation>Os dados não puderam ser lidos porque não são JSON válido. Verifique o arquivo ou o endereço do servidor.</translation>
    </message>
    <message>
        <source>The data was not read because it is nested too deeply.</source>
        <translation>Os dados não foram lidos porque têm níveis demais.</translation>
    </message>
    <message>
        <source>The data was not read because it is larger than allowed.</source>
        <translation>Os dados não foram lidos porque são maiores que o permitido.</translation>
    </message>
    <message>
        <source>The agent service sent one message that is larger than allowed. The run was given up; ask the agent for a shorter result.</source>
        <translation>O serviço de agentes enviou uma mensagem maior que o permitido. A execução foi abandonada; peça ao agente um resultado mais curto.</translation>
    </message>
    <message>
        <source>The file could not be read. Check that it exists and that you may read it.</source>
        <translation>O arquivo não pôde ser lido. Verifique se ele existe e se você tem permissão para lê-lo.</translation>
    </message>
    <message>
        <source>The file {file} could not be read. Check that it exists and that you may read it.</source>
        <translation>O arquivo {file} não pôde ser lido. Verifique se ele existe e se você tem permissão para lê-lo.</translation>
    </message>
    <message>
        <source>The file is larger than allowed and was not read.</source>
        <translation>O arquivo é maior que o permitido e não foi lido.</translation>
    </message>
    <message>
        <source>The file {file} is larger than allowed and was not read.</source>
        <translation>O arquivo {file} é maior que o permitido e não foi lido.</translation>
    </message>
    <message>
        <source>The Suna server does not accept the token or key. Enter a new one in the settings.</source>
        <translation>O servidor Suna não aceita o token ou a chave. Informe outro nos ajustes.</translation>
    </message>
    <message>
        <source>The sign-in at Suna has ended. Sign in again and enter the new tokens in the settings.</source>
        <translation>A sessão no Suna terminou. Entre de novo e informe os novos tokens nos ajustes.</translation>
    </message>
    <message>
        <source>The Suna account has no credit left. Add credit there, then run again.</source>
        <translation>A conta no Suna está sem crédito. Adicione crédito lá e execute de novo.</translation>
    </message>
    <message>
        <source>The Suna account may not do this. Check its rights, or use another token.</source>
        <translation>A conta no Suna não tem permissão para isso. Verifique os direitos dela ou use outro token.</translation>
    </message>
    <message>
        <source>The Suna server does not know what was asked for. The agent may have been deleted; check the team&apos;s agents.</source>
        <translation>O servidor Suna não conhece o que foi pedido. Talvez o agente tenha sido excluído; verifique os agentes da equipe.</translation>
    </message>
    <message>
        <source>The Suna server is at its limit of runs. Wait until others end, or stop one.</source>
        <translation>O servidor Suna está no limite de execuções. Espere que outras terminem ou pare uma delas.</translation>
    </message>
    <message>
        <source>The Suna server refused the request as invalid. Check the agent&apos;s model and instructions.</source>
        <translation>O servidor Suna recusou o pedido como inválido. Verifique o modelo e as instruções do agente.</translation>
    </message>
    <message>
        <source>The Suna server refused the request as invalid: {detail}</source>
        <translation>O servidor Suna recusou o pedido como inválido: {detail}</translation>
    </message>
    <message>
        <source>The Suna server has an internal problem. Try again in a few minutes.</source>
        <translation>O servidor Suna está com um problema interno. Tente de novo em alguns minutos.</translation>
    </message>
    <message>
        <source>The Suna server has an internal problem (status {status}). Try again in a few minutes.</source>
        <translation>O servidor Suna está com um problema interno (status {status}). Tente de novo em alguns minutos.</translation>
    </message>
    <message>
        <source>A web page answered instead of the Suna service. Enter the address of the service, often the one that ends in /api.</source>
        <translation>Uma página da web respondeu no lugar do serviço Suna. Informe o endereço do serviço, que costuma terminar em /api.</translation>
    </message>
    <message>
        <source>The Suna server&apos;s answer has an unexpected form. Check that its version is supported.</source>
        <translation>A resposta do servidor Suna tem um formato inesperado. Verifique se a versão dele é compatível.</translation>
    </message>
    <message>
        <source>This server is Kortix v0.9 or later, which Renum does not support. Connect to a Suna of early 2026 or before.</source>
        <translation>Este servidor é o Kortix v0.9 ou posterior, que o Renum não aceita. Conecte-se a um Suna do início de 2026 ou anterior.</translation>
    </message>
    <message>
        <source>This server is Kortix {version}, which Renum does not support. Connect to a Suna of early 2026 or before.</source>
        <translation>Este servidor é o Kortix {version}, que o Renum não aceita. Conecte-se a um Suna do início de 2026 ou anterior.</translation>
    </message>
    <message>
        <source>No Suna server was recognised at this address. Check the address.</source>
        <translation>Nenhum servidor Suna foi reconhecido neste endereço. Verifique o endereço.</translation>
    </message>
    <message>
        <source>The agent failed. Run again, or change its instructions.</source>
        <translation>O agente falhou. Execute de novo ou mude as instruções dele.</translation>
    </message>
    <message>
        <source>The agent failed: {detail}</source>
        <translation>O agente falhou: {detail}</translation>
    </message>
    <message>
        <source>The agent&apos;s run was stopped on the Suna server by somebody else.</source>
        <translation>A execução do agente foi parada no servidor Suna por outra pessoa.</translation>
    </message>
    <message>
        <source>The agent&apos;s run could not be found any more. Look at the Suna server before you run again, because it may still be working.</source>
        <translation>A execução do agente não foi mais encontrada. Consulte o servidor Suna antes de executar de novo, pois ela talvez ainda esteja em andamento.</translation>
    </message>
    <message>
        <source>The database could not be opened. Check that its folder exists and that you may write there.</source>
        <translation>O banco de dados não pôde ser aberto. Verifique se a pasta existe e se você tem permissão para escrever nela.</translation>
    </message>
    <message>
        <source>The database {file} could not be opened. Check that its folder exists and that you may write there.</source>
        <translation>O banco de dados {file} não pôde ser aberto. Verifique se a pasta existe e se você tem permissão para escrever nela.</translation>
    </message>
    <message>
        <source>The database was written by a newer version of Renum. Update Renum to open it.</source>
        <translation>O banco de dados foi gravado por uma versão mais nova do Renum. Atualize o Renum para abri-lo.</translation>
    </message>
    <message>
        <source>The database {file} was written by a newer version of Renum. Update Renum to open it.</source>
        <translation>O banco de dados {file} foi gravado por uma versão mais nova do Renum. Atualize o Renum para abri-lo.</translation>
    </message>
    <message>
        <source>The database was made by a different build of Renum and was left untouched. Open it with that build, or choose another data folder.</source>
        <translation>O banco de dados foi criado por outra compilação do Renum e não foi alterado. Abra-o com aquela compilação ou escolha outra pasta de dados.</translation>
    </message>
    <message>
        <source>The database {file} was made by a different build of Renum and was left untouched. Open it with that build, or choose another data folder.</source>
        <translation>O banco de dados {file} foi criado por outra compilação do Renum e não foi alterado. Abra-o com aquela compilação ou escolha outra pasta de dados.</translation>
    </message>
    <message>
        <source>The database is damaged and was left untouched. Restore it from a backup, or move it away to begin with an empty one.</source>
        <translation>O banco de dados está danificado e não foi alterado. Restaure-o de uma cópia de segurança ou mova-o para começar com um vazio.</translation>
    </message>
    <message>
        <source>The database {file} is damaged and was left untouched. Restore it from a backup, or move it away to begin with an empty one.</source>
        <translation>O banco de dados {file} está danificado e não foi alterado. Restaure-o de uma cópia de segurança ou mova-o para começar com um vazio.</translation>
    </message>
    <message>
        <source>The database cannot be written. Check the rights of the file and its folder.</source>
        <translation>Não é possível gravar no banco de dados. Verifique as permissões do arquivo e da pasta.</translation>
    </message>
    <message>
        <source>The database {file} cannot be written. Check the rights of the file and its folder.</source>
        <translation>Não é possível gravar no banco de dados {file}. Verifique as permissões do arquivo e da pasta.</translation>
    </message>
    <message>
        <source>The disk is full, so nothing of this change was stored. Free some space and try again.</source>
        <translation>O disco está cheio, por isso nada desta alteração foi gravado. Libere espaço e tente de novo.</translation>
    </message>
    <message>
        <source>The disk that holds {file} is full, so nothing of this change was stored. Free some space and try again.</source>
        <translation>O disco que contém {file} está cheio, por isso nada desta alteração foi gravado. Libere espaço e tente de novo.</translation>
    </message>
    <message>
        <source>Another program has locked the database. Close it and try again.</source>
        <translation>Outro programa bloqueou o banco de dados. Feche-o e tente de novo.</translation>
    </message>
    <message>
        <source>Another program has locked the database {file}. Close it and try again.</source>
        <translation>Outro programa bloqueou o banco de dados {file}. Feche-o e tente de novo.</translation>
    </message>
    <message>
        <source>The database could not be used, and nothing of this change was stored. Check the disk and try again.</source>
        <translation>O banco de dados não pôde ser usado e nada desta alteração foi gravado. Verifique o disco e tente de novo.</translation>
    </message>
    <message>
        <source>Another program has written to this execution. Close it there, then open the execution again.</source>
        <translation>Outro programa gravou nesta execução. Feche-a lá e abra a execução de novo.</translation>
    </message>
    <message>
        <source>This does not exist any more; it may have been deleted. Refresh the list.</source>
        <translation>Isto não existe mais; talvez tenha sido excluído. Atualize a lista.</translation>
    </message>
    <message>
        <source>Some of the data is not valid. Correct it and try again.</source>
        <translation>Alguns dados não são válidos. Corrija-os e tente de novo.</translation>
    </message>
    <message>
        <source>Some of the data is not valid:
{problems}</source>
        <translation>Alguns dados não são válidos:
{problems}</translation>
    </message>
    <message>
        <source>The team cannot run as it is. Look at its problems and correct them.</source>
        <translation>A equipe não pode ser executada como está. Veja os problemas dela e corrija-os.</translation>
    </message>
    <message>
        <source>The team cannot run as it is:
{problems}</source>
        <translation>A equipe não pode ser executada como está:
{problems}</translation>
    </message>
    <message>
        <source>The team has too many agents. Remove some, or split the team.</source>
        <translation>A equipe tem agentes demais. Remova alguns ou divida a equipe.</translation>
    </message>
    <message>
        <source>The team has too many agents. At most {limit} are allowed; remove some, or split the team.</source>
        <translation>A equipe tem agentes demais. São permitidos no máximo {limit}; remova alguns ou divida a equipe.</translation>
    </message>
    <message>
        <source>There are too many teams. Delete some that you do not need any more.</source>
        <translation>Há equipes demais. Exclua algumas de que não precisa mais.</translation>
    </message>
    <message>
        <source>The service has no such agent. Choose another one for this place in the team.</source>
        <translation>O serviço não tem esse agente. Escolha outro para este lugar na equipe.</translation>
    </message>
    <message>
        <source>The service has no agent “{agent}”. Choose another one for this place in the team.</source>
        <translation>O serviço não tem o agente “{agent}”. Escolha outro para este lugar na equipe.</translation>
    </message>
    <message>
        <source>The team is switched off. Activate it to run it.</source>
        <translation>A equipe está desativada. Ative-a para executá-la.</translation>
    </message>
    <message>
        <source>The team is running. Stop its execution or wait until it ends, then try again.</source>
        <translation>A equipe está em execução. Pare a execução ou espere que termine e tente de novo.</translation>
    </message>
    <message>
        <source>Too many executions are running. Wait until one ends, or stop one.</source>
        <translation>Há execuções demais em andamento. Espere que uma termine ou pare uma delas.</translation>
    </message>
    <message>
        <source>{limit} executions are running already. Wait until one ends, or stop one.</source>
        <translation>Já há {limit} execuções em andamento. Espere que uma termine ou pare uma delas.</translation>
    </message>
    <message>
        <source>The execution has already ended.</source>
        <translation>A execução já terminou.</translation>
    </message>
    <message>
        <source>Write what the team shall do, in 1 to 10,000 characters.</source>
        <translation>Escreva o que a equipe deve fazer, com 1 a 10.000 caracteres.</translation>
    </message>
    <message>
        <source>The agent did not finish in time and was stopped. Give it more time, or a smaller task.</source>
        <translation>O agente não terminou a tempo e foi parado. Dê-lhe mais tempo ou uma tarefa menor.</translation>
    </message>
    <message>
        <source>The agent did not finish within {seconds} s and was stopped. Give it more time, or a smaller task.</source>
        <translation>O agente não terminou em {seconds} s e foi parado. Dê-lhe mais tempo ou uma tarefa menor.</translation>
    </message>
    <message>
        <source>The execution reached its time limit and was stopped. Give it more time under “More” when you run it.</source>
        <translation>A execução atingiu o limite de tempo e foi parada. Dê mais tempo em “Mais” ao executar.</translation>
    </message>
    <message>
        <source>The execution reached its limit of {seconds} s and was stopped. Give it more time under “More” when you run it.</source>
        <translation>A execução atingiu o limite de {seconds} s e foi parada. Dê mais tempo em “Mais” ao executar.</translation>
    </message>
    <message>
        <source>The step&apos;s input could not be put together, because an earlier result is missing. Check the team&apos;s connections.</source>
        <translation>A entrada da etapa não pôde ser montada porque falta um resultado anterior. Verifique as conexões da equipe.</translation>
    </message>
    <message>
        <source>No agent&apos;s conditions were met, so nothing ran. Check the conditions.</source>
        <translation>As condições de nenhum agente foram atendidas, por isso nada foi executado. Verifique as condições.</translation>
    </message>
    <message>
        <source>Some steps failed. Open the failed ones to see why, then run again.</source>
        <translation>Algumas etapas falharam. Abra as que falharam para ver o motivo e execute de novo.</translation>
    </message>
    <message>
        <source>Renum ended while the team was working. What was finished is kept; run the team again for the rest.</source>
        <translation>O Renum foi encerrado enquanto a equipe trabalhava. O que terminou está guardado; execute a equipe de novo para o restante.</translation>
    </message>
    <message>
        <source>No agent service is connected. Choose the demo or a Suna server in the settings.</source>
        <translation>Nenhum serviço de agentes está conectado. Escolha a demonstração ou um servidor Suna nos ajustes.</translation>
    </message>
    <message>
        <source>The demo could not be started. Reinstall Renum, or connect a Suna server in the settings.</source>
        <translation>A demonstração não pôde ser iniciada. Reinstale o Renum ou conecte um servidor Suna nos ajustes.</translation>
    </message>
    <message>
        <source>The demo could not be started: {program} is missing or does not run. Reinstall Renum, or connect a Suna server in the settings.</source>
        <translation>A demonstração não pôde ser iniciada: {program} não existe ou não funciona. Reinstale o Renum ou conecte um servidor Suna nos ajustes.</translation>
    </message>
    <message>
        <source>The system&apos;s keychain is not available, so the key cannot be kept. You can use it for this session only.</source>
        <translation>O chaveiro do sistema não está disponível, por isso a chave não pode ser guardada. Você pode usá-la somente nesta sessão.</translation>
    </message>
    <message>
        <source>The system&apos;s keychain refused access. Unlock it and try again.</source>
        <translation>O chaveiro do sistema recusou o acesso. Desbloqueie-o e tente de novo.</translation>
    </message>
    <message>
        <source>Something went wrong inside Renum. Try again; if it happens again, report it with the log.</source>
        <translation>Algo deu errado dentro do Renum. Tente de novo; se voltar a acontecer, relate o problema com o registro.</translation>
    </message>
    <message>
        <source>The team has no agents. Add at least one.</source>
        <translation>A equipe não tem agentes. Adicione pelo menos um.</translation>
    </message>
    <message>
        <source>An agent of the workflow is not among the team&apos;s agents. Add it.</source>
        <translation>Um agente do fluxo não está entre os agentes da equipe. Adicione-o.</translation>
    </message>
    <message>
        <source>An agent of the team was not in the workflow and was added at its end.</source>
        <translation>Um agente da equipe não estava no fluxo e foi adicionado ao final.</translation>
    </message>
    <message>
        <source>An agent is listed twice. Remove one of the two.</source>
        <translation>Um agente está listado duas vezes. Remova um dos dois.</translation>
    </message>
    <message>
        <source>An agent has two places in the workflow. Each agent can have only one.</source>
        <translation>Um agente tem dois lugares no fluxo. Cada agente só pode ter um.</translation>
    </message>
    <message>
        <source>The kind of workflow is unknown. Choose sequential, parallel, pipeline or conditional.</source>
        <translation>O tipo de fluxo é desconhecido. Escolha sequencial, paralelo, em cadeia ou condicional.</translation>
    </message>
    <message>
        <source>Some agents have a place in the order and some do not. Give one to all.</source>
        <translation>Alguns agentes têm um lugar na ordem e outros não. Dê um a todos.</translation>
    </message>
    <message>
        <source>Two agents have the same place in the order. Give each its own.</source>
        <translation>Dois agentes têm o mesmo lugar na ordem. Dê a cada um o seu.</translation>
    </message>
    <message>
        <source>In a pipeline each agent takes the result of the one before it.</source>
        <translation>Em uma cadeia, cada agente recebe o resultado do anterior.</translation>
    </message>
    <message>
        <source>No agent can begin, because all of them wait for conditions. Let at least one begin without a condition.</source>
        <translation>Nenhum agente pode começar, porque todos aguardam condições. Deixe pelo menos um começar sem condição.</translation>
    </message>
    <message>
        <source>The workflow is conditional, but no agent has a condition.</source>
        <translation>O fluxo é condicional, mas nenhum agente tem condição.</translation>
    </message>
    <message>
        <source>The source of an agent&apos;s input is unknown. Choose another one.</source>
        <translation>A origem da entrada de um agente é desconhecida. Escolha outra.</translation>
    </message>
    <message>
        <source>An agent&apos;s input is incomplete. Say which agent or which value it takes.</source>
        <translation>A entrada de um agente está incompleta. Diga de qual agente ou de qual valor ela vem.</translation>
    </message>
    <message>
        <source>An agent refers to one that is not in the team, or to itself. Correct the connection.</source>
        <translation>Um agente se refere a outro que não está na equipe ou a si mesmo. Corrija a conexão.</translation>
    </message>
    <message>
        <source>The agents wait for each other in a circle, so none can begin. Remove one of the connections.</source>
        <translation>Os agentes esperam uns pelos outros em círculo, por isso nenhum pode começar. Remova uma das conexões.</translation>
    </message>
    <message>
        <source>A condition is incomplete or its comparison is unknown. Correct it.</source>
        <translation>Uma condição está incompleta ou sua comparação é desconhecida. Corrija-a.</translation>
    </message>
    <message>
        <source>A time limit or a retry value is outside of what is allowed.</source>
        <translation>Um limite de tempo ou um valor de nova tentativa está fora do permitido.</translation>
    </message>
    <message>
        <source>An agent takes the result of one that runs later. Change the order or the input.</source>
        <translation>Um agente recebe o resultado de outro que é executado depois. Mude a ordem ou a entrada.</translation>
    </message>
    <message>
        <source>An agent takes another one&apos;s result, so it runs after it instead of beside it.</source>
        <translation>Um agente recebe o resultado de outro, por isso é executado depois dele e não ao lado.</translation>
    </message>
    <message>
        <source>The team&apos;s definition is too large. Shorten its instructions.</source>
        <translation>A definição da equipe é grande demais. Encurte as instruções.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>The agent that has a problem, and the problem</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The agent service did not answer several times in a row and was left alone for a while. Check that it runs, then try again.</source>
        <translation>O serviço de agentes não respondeu várias vezes seguidas e foi deixado em paz por um tempo. Verifique se está em execução e tente de novo.</translation>
    </message>
    <message>
        <source>{address} did not answer several times in a row and was left alone for a while. Check that it runs, then try again.</source>
        <translation>{address} não respondeu várias vezes seguidas e foi deixado em paz por um tempo. Verifique se está em execução e tente de novo.</translation>
    </message>
    <message>
        <source>A step was not approved, so it did not run.</source>
        <translation>Uma etapa não foi aprovada, por isso não foi executada.</translation>
    </message>
    <message>
        <source>This step does not wait for an approval any more. Somebody else may have decided, or its time is over.</source>
        <translation>Esta etapa não espera mais por uma aprovação. Outra pessoa pode ter decidido, ou o prazo acabou.</translation>
    </message>
    <message>
        <source>Nobody approved a step in time, so it did not run. Run the team again and decide in the monitor.</source>
        <translation>Ninguém aprovou uma etapa a tempo, por isso ela não foi executada. Execute a equipe de novo e decida no monitor.</translation>
    </message>
    <message>
        <source>This execution cannot be continued. What was finished is kept; run the team again for the rest.</source>
        <translation>Esta execução não pode continuar. O que terminou está guardado; execute a equipe de novo para o restante.</translation>
    </message>
    <message>
        <source>A value of the team&apos;s context has a name that is not allowed. A name has 1 to 128 letters, digits, dots, dashes or underscores.</source>
        <translation>Um valor do contexto da equipe tem um nome que não é permitido. Um nome tem de 1 a 128 letras, dígitos, pontos, hífens ou sublinhados.</translation>
    </message>
    <message>
        <source>The team&apos;s context cannot hold a value named “{key}”. A name has 1 to 128 letters, digits, dots, dashes or underscores.</source>
        <translation>O contexto da equipe não pode ter um valor chamado “{key}”. Um nome tem de 1 a 128 letras, dígitos, pontos, hífens ou sublinhados.</translation>
    </message>
    <message>
        <source>The team itself writes this value of its context, so it cannot be changed. Choose another name.</source>
        <translation>A própria equipe grava este valor do contexto, por isso ele não pode ser alterado. Escolha outro nome.</translation>
    </message>
    <message>
        <source>The team itself writes “{key}” in its context, so it cannot be changed. Choose another name.</source>
        <translation>A própria equipe grava “{key}” no contexto, por isso não pode ser alterado. Escolha outro nome.</translation>
    </message>
    <message>
        <source>A value of the team&apos;s context may have at most 256 KiB. Make it smaller.</source>
        <translation>Um valor do contexto da equipe pode ter no máximo 256 KiB. Diminua-o.</translation>
    </message>
    <message>
        <source>The value “{key}” is too large for the team&apos;s context, which takes at most 256 KiB a value. Make it smaller.</source>
        <translation>O valor “{key}” é grande demais para o contexto da equipe, que aceita no máximo 256 KiB por valor. Diminua-o.</translation>
    </message>
    <message>
        <source>The team&apos;s context is full: it holds at most 1 MiB. Delete what is no longer needed.</source>
        <translation>O contexto da equipe está cheio: comporta no máximo 1 MiB. Apague o que não é mais necessário.</translation>
    </message>
    <message>
        <source>The value “{key}” does not fit into the team&apos;s context, which holds at most 1 MiB. Delete what is no longer needed.</source>
        <translation>O valor “{key}” não cabe no contexto da equipe, que comporta no máximo 1 MiB. Apague o que não é mais necessário.</translation>
    </message>
    <message>
        <source>The team&apos;s context has no such version.</source>
        <translation>O contexto da equipe não tem essa versão.</translation>
    </message>
    <message>
        <source>The team&apos;s context has no version {version}. The latest one is {latest}.</source>
        <translation>O contexto da equipe não tem a versão {version}. A mais recente é a {latest}.</translation>
    </message>
    <message>
        <source>Agents are at work. Pause the execution, wait until they have ended, and try again.</source>
        <translation>Há agentes trabalhando. Pause a execução, espere até que terminem e tente de novo.</translation>
    </message>
    <message>
        <source>A message between agents cannot be read. Its content has to be text or a JSON object.</source>
        <translation>Uma mensagem entre agentes não pode ser lida. O conteúdo precisa ser texto ou um objeto JSON.</translation>
    </message>
    <message>
        <source>A message between agents may have at most 64 KiB. Put large values into the shared memory and send their names.</source>
        <translation>Uma mensagem entre agentes pode ter no máximo 64 KiB. Coloque valores grandes na memória compartilhada e envie os nomes deles.</translation>
    </message>
    <message>
        <source>The agents have sent as many messages as one run allows. The rest was not sent; check whether they talk in circles.</source>
        <translation>Os agentes enviaram tantas mensagens quanto uma execução permite. O restante não foi enviado; verifique se eles conversam em círculos.</translation>
    </message>
    <message>
        <source>The agents have sent {limit} messages, as many as are allowed here. The rest was not sent; check whether they talk in circles.</source>
        <translation>Os agentes enviaram {limit} mensagens, o máximo permitido aqui. O restante não foi enviado; verifique se eles conversam em círculos.</translation>
    </message>
    <message>
        <source>A message was meant for an agent that is not in the team. Check the names in the agents&apos; instructions.</source>
        <translation>Uma mensagem era para um agente que não está na equipe. Verifique os nomes nas instruções dos agentes.</translation>
    </message>
    <message>
        <source>A message was meant for {agent}, who is not in the team. Check the names in the agents&apos; instructions.</source>
        <translation>Uma mensagem era para {agent}, que não está na equipe. Verifique os nomes nas instruções dos agentes.</translation>
    </message>
    <message>
        <source>Agents asked each other in a circle, so the last question was not sent. Check their instructions.</source>
        <translation>Os agentes perguntaram uns aos outros em círculo, por isso a última pergunta não foi enviada. Verifique as instruções deles.</translation>
    </message>
    <message>
        <source>Agents asked each other over more than three stations, so the last question was not sent. Check their instructions.</source>
        <translation>Os agentes perguntaram uns aos outros por mais de três estações, por isso a última pergunta não foi enviada. Verifique as instruções deles.</translation>
    </message>
    <message>
        <source>In this team only coordinators may ask other agents. Give the agent that role, or allow requests in the team&apos;s settings.</source>
        <translation>Nesta equipe só coordenadores podem perguntar a outros agentes. Dê esse papel ao agente ou permita perguntas nas configurações da equipe.</translation>
    </message>
    <message>
        <source>An agent answered a question that nobody asked it. Nothing was sent.</source>
        <translation>Um agente respondeu a uma pergunta que ninguém lhe fez. Nada foi enviado.</translation>
    </message>
    <message>
        <source>An agent answered a question that already has an answer. The second one was not sent.</source>
        <translation>Um agente respondeu a uma pergunta que já tem resposta. A segunda não foi enviada.</translation>
    </message>
    <message>
        <source>An agent&apos;s team actions cannot be read, so none of that block was done. The agent was told.</source>
        <translation>As ações de equipe de um agente não podem ser lidas, por isso nada desse bloco foi feito. O agente foi avisado.</translation>
    </message>
    <message>
        <source>A block of team actions may have at most 256 KiB. None of it was done; the agent was told.</source>
        <translation>Um bloco de ações de equipe pode ter no máximo 256 KiB. Nada dele foi feito; o agente foi avisado.</translation>
    </message>
    <message>
        <source>An agent wanted more team actions at once than are allowed. Those above the limit were not done; the agent was told.</source>
        <translation>Um agente quis mais ações de equipe de uma vez do que o permitido. As que passaram do limite não foram feitas; o agente foi avisado.</translation>
    </message>
    <message>
        <source>An agent wanted more than {limit} team actions at once. Those above the limit were not done; the agent was told.</source>
        <translation>Um agente quis mais de {limit} ações de equipe de uma vez. As que passaram do limite não foram feitas; o agente foi avisado.</translation>
    </message>
    <message>
        <source>An agent called a team tool that does not exist. The agent was told which ones there are.</source>
        <translation>Um agente chamou uma ferramenta de equipe que não existe. O agente foi informado de quais existem.</translation>
    </message>
    <message>
        <source>An agent called the team tool “{tool}”, which does not exist. The agent was told which ones there are.</source>
        <translation>Um agente chamou a ferramenta de equipe “{tool}”, que não existe. O agente foi informado de quais existem.</translation>
    </message>
    <message>
        <source>An agent called a team tool with wrong parameters. The agent was told which ones it takes.</source>
        <translation>Um agente chamou uma ferramenta de equipe com parâmetros errados. O agente foi informado de quais ela aceita.</translation>
    </message>
    <message>
        <source>An agent called the team tool “{tool}” with wrong parameters. The agent was told which ones it takes.</source>
        <translation>Um agente chamou a ferramenta de equipe “{tool}” com parâmetros errados. O agente foi informado de quais ela aceita.</translation>
    </message>
    <message>
        <source>A team tool was called with a token that no running agent has. The call was refused.</source>
        <translation>Uma ferramenta de equipe foi chamada com um token que nenhum agente em execução tem. A chamada foi recusada.</translation>
    </message>
    <message>
        <source>A team tool was called with a token whose agent has finished. The call was refused.</source>
        <translation>Uma ferramenta de equipe foi chamada com um token cujo agente já terminou. A chamada foi recusada.</translation>
    </message>
    <message>
        <source>This execution has not ended yet. Stop it first.</source>
        <translation>Esta execução ainda não terminou. Pare-a primeiro.</translation>
    </message>
    <message>
        <source>This execution completed, so there is nothing to try again. Run the team again instead.</source>
        <translation>Esta execução foi concluída, por isso não há nada para tentar de novo. Execute a equipe de novo.</translation>
    </message>
    <message>
        <source>This agent service cannot be given the team tools. Let the team use the tools in the prompt instead.</source>
        <translation>Este serviço de agentes não aceita as ferramentas de equipe. Deixe a equipe usar as ferramentas pelo prompt.</translation>
    </message>
    <message>
        <source>This agent service calls no addresses of a local network. Give the team tools a public address, or let the team use the tools in the prompt.</source>
        <translation>Este serviço de agentes não chama endereços de uma rede local. Dê às ferramentas de equipe um endereço público ou deixe a equipe usar as ferramentas pelo prompt.</translation>
    </message>
    <message>
        <source>The agent already has another tool server of the same name. Remove that one in the agent&apos;s settings, or try again.</source>
        <translation>O agente já tem outro servidor de ferramentas com o mesmo nome. Remova-o nos ajustes do agente ou tente de novo.</translation>
    </message>
    <message>
        <source>The agent already has another tool server called “{name}”. Remove that one in the agent&apos;s settings, or try again.</source>
        <translation>O agente já tem outro servidor de ferramentas chamado “{name}”. Remova-o nos ajustes do agente ou tente de novo.</translation>
    </message>
    <message>
        <source>The agent service accepted a change of the agent&apos;s tools but did not keep it. Look at the agent&apos;s tool servers in its settings.</source>
        <translation>O serviço de agentes aceitou uma alteração nas ferramentas do agente, mas não a manteve. Verifique os servidores de ferramentas nos ajustes do agente.</translation>
    </message>
    <message>
        <source>The agent service accepted a change of the tool server “{name}” but did not keep it. Look at the agent&apos;s tool servers in its settings.</source>
        <translation>O serviço de agentes aceitou uma alteração no servidor de ferramentas “{name}”, mas não a manteve. Verifique os servidores de ferramentas nos ajustes do agente.</translation>
    </message>
    <message>
        <source>A team that works in this team is not there any more. Choose another one in its place.</source>
        <translation>Uma equipe que trabalha nesta equipe não existe mais. Escolha outra no lugar dela.</translation>
    </message>
    <message>
        <source>This team would work inside itself. Choose another team in its place.</source>
        <translation>Esta equipe trabalharia dentro de si mesma. Escolha outra equipe no lugar dela.</translation>
    </message>
    <message>
        <source>Too many teams work inside each other here. Make it flatter.</source>
        <translation>Há equipes demais trabalhando umas dentro das outras. Reduza os níveis.</translation>
    </message>
    <message>
        <source>The Suna account may not do this ({detail}). Check its rights, or use another token.</source>
        <translation>A conta no Suna não tem permissão para isso ({detail}). Verifique os direitos dela ou use outro token.</translation>
    </message>
    <message>
        <source>The model endpoint does not accept the API key. Enter a valid one in the settings.</source>
        <translation>O serviço de modelos não aceita a chave de API. Informe uma chave válida nas configurações.</translation>
    </message>
    <message>
        <source>The account at the model endpoint has no money left for this. Add some there, or use another endpoint.</source>
        <translation>A conta no serviço de modelos não tem mais saldo para isto. Adicione saldo ou use outro serviço.</translation>
    </message>
    <message>
        <source>The model endpoint takes no more requests for now. Wait a little and try again.</source>
        <translation>O serviço de modelos não aceita mais pedidos por enquanto. Espere um pouco e tente de novo.</translation>
    </message>
    <message>
        <source>The model endpoint takes no more requests for now. Try again in {retry_after} seconds.</source>
        <translation>O serviço de modelos não aceita mais pedidos por enquanto. Tente de novo em {retry_after} segundos.</translation>
    </message>
    <message>
        <source>The model endpoint does not have this model. Choose one of those it lists.</source>
        <translation>O serviço de modelos não tem este modelo. Escolha um da lista dele.</translation>
    </message>
    <message>
        <source>No model was chosen. Name one for the agent, or for the endpoint.</source>
        <translation>Nenhum modelo foi escolhido. Defina um para o agente ou para o serviço.</translation>
    </message>
    <message>
        <source>There is no chat endpoint at this address. Enter its base address, for example http://localhost:11434/v1.</source>
        <translation>Não há um serviço de chat neste endereço. Informe o endereço base, por exemplo http://localhost:11434/v1.</translation>
    </message>
    <message>
        <source>The conversation is too long for the model. Give the agent less to read, or choose a model with a larger context.</source>
        <translation>A conversa é longa demais para o modelo. Dê menos texto ao agente ou escolha um modelo com contexto maior.</translation>
    </message>
    <message>
        <source>The model cannot call tools. Switch the tools of the agent off, or choose another model.</source>
        <translation>O modelo não sabe chamar ferramentas. Desligue as ferramentas do agente ou escolha outro modelo.</translation>
    </message>
    <message>
        <source>The model endpoint does not accept this request. Look at the agent&apos;s model and settings.</source>
        <translation>O serviço de modelos não aceita este pedido. Verifique o modelo e as configurações do agente.</translation>
    </message>
    <message>
        <source>The model endpoint does not accept this request: {detail}</source>
        <translation>O serviço de modelos não aceita este pedido: {detail}</translation>
    </message>
    <message>
        <source>The model endpoint failed to answer. Try again later.</source>
        <translation>O serviço de modelos não conseguiu responder. Tente de novo mais tarde.</translation>
    </message>
    <message>
        <source>Another kind of server answers at this address, for example a web page. Check that the address is that of the endpoint&apos;s API.</source>
        <translation>Outro tipo de servidor responde neste endereço, por exemplo uma página web. Verifique se o endereço é o da API do serviço.</translation>
    </message>
    <message>
        <source>The model endpoint gave an answer that Renum does not understand. Check that it is OpenAI-compatible.</source>
        <translation>O serviço de modelos deu uma resposta que o Renum não entende. Verifique se ele é compatível com a OpenAI.</translation>
    </message>
    <message>
        <source>The model&apos;s answer ended in the middle. Try again.</source>
        <translation>A resposta do modelo terminou no meio. Tente de novo.</translation>
    </message>
    <message>
        <source>The model endpoint held the answer back for its content. Ask in another way.</source>
        <translation>O serviço de modelos reteve a resposta por causa do conteúdo. Pergunte de outra forma.</translation>
    </message>
    <message>
        <source>The model&apos;s answer does not fit the agent&apos;s output schema. Try again, or choose another model.</source>
        <translation>A resposta do modelo não segue o esquema de saída do agente. Tente de novo ou escolha outro modelo.</translation>
    </message>
    <message>
        <source>The model went on calling tools without an answer. Tell it more clearly when it is done, or choose another model.</source>
        <translation>O modelo continuou chamando ferramentas sem responder. Diga com mais clareza quando ele terminou ou escolha outro modelo.</translation>
    </message>
    <message>
        <source>The model failed in the middle of its answer. Try again.</source>
        <translation>O modelo falhou no meio da resposta. Tente de novo.</translation>
    </message>
    <message>
        <source>The model failed in the middle of its answer: {detail}</source>
        <translation>O modelo falhou no meio da resposta: {detail}</translation>
    </message>
    <message>
        <source>The conversation with the model ended together with the program that led it. Run the step again.</source>
        <translation>A conversa com o modelo terminou junto com o programa que a conduzia. Execute a etapa de novo.</translation>
    </message>
    <message>
        <source>This agent cannot be saved. Correct what is marked.</source>
        <translation>Este agente não pode ser salvo. Corrija o que está marcado.</translation>
    </message>
    <message>
        <source>This agent cannot be saved: {problems}</source>
        <translation>Este agente não pode ser salvo: {problems}</translation>
    </message>
    <message>
        <source>This was changed elsewhere in the meantime. Reload it and repeat your change.</source>
        <translation>Isto foi alterado em outro lugar nesse meio-tempo. Recarregue e repita a alteração.</translation>
    </message>
    <message>
        <source>This model endpoint cannot be saved. It needs a name, and an address like http://localhost:11434/v1.</source>
        <translation>Este endpoint de modelos não pode ser salvo. Ele precisa de um nome e de um endereço como http://localhost:11434/v1.</translation>
    </message>
    <message>
        <source>This model endpoint cannot be saved: {problems}</source>
        <translation>Este endpoint de modelos não pode ser salvo: {problems}</translation>
    </message>
    <message>
        <source>Agents run at this endpoint. Remove them first, or let them run elsewhere.</source>
        <translation>Há agentes que executam neste endpoint. Remova-os primeiro ou faça-os executar em outro lugar.</translation>
    </message>
    <message>
        <source>These agents run at this endpoint: {agents}. Remove them first, or let them run elsewhere.</source>
        <translation>Estes agentes executam neste endpoint: {agents}. Remova-os primeiro ou faça-os executar em outro lugar.</translation>
    </message>
    <message>
        <source>The model endpoint of the agent does not exist. Choose one of those there are.</source>
        <translation>O endpoint de modelos do agente não existe. Escolha um dos que existem.</translation>
    </message>
    <message>
        <source>There is another one of this name. Choose another name.</source>
        <translation>Já existe outro com este nome. Escolha outro nome.</translation>
    </message>
    <message>
        <source>There is another one called “{name}”. Choose another name.</source>
        <translation>Já existe outro chamado “{name}”. Escolha outro nome.</translation>
    </message>
    <message>
        <source>A team&apos;s name has 1 to 255 characters. Enter another name.</source>
        <translation>O nome de uma equipe tem de 1 a 255 caracteres. Informe outro nome.</translation>
    </message>
    <message>
        <source>A description has at most 5,000 characters. Shorten it.</source>
        <translation>Uma descrição tem no máximo 5.000 caracteres. Encurte-a.</translation>
    </message>
    <message>
        <source>A place of the team has no agent that could work there. Choose an agent for it.</source>
        <translation>Um lugar da equipe não tem agente que possa trabalhar nele. Escolha um agente para esse lugar.</translation>
    </message>
    <message>
        <source>A member is a team, but it is not said which. Choose the team.</source>
        <translation>Um membro é uma equipe, mas não está dito qual. Escolha a equipe.</translation>
    </message>
    <message>
        <source>A role is one line of at most 50 characters. Shorten it.</source>
        <translation>Um papel é uma linha de no máximo 50 caracteres. Encurte-o.</translation>
    </message>
    <message>
        <source>A place in the order is 0 or more. Change it.</source>
        <translation>Um lugar na ordem é 0 ou maior. Mude-o.</translation>
    </message>
    <message>
        <source>Tools are offered in the prompt, over MCP, or not at all. Use prompt, mcp or none.</source>
        <translation>As ferramentas são oferecidas no pedido, por MCP ou de nenhuma forma. Use prompt, mcp ou none.</translation>
    </message>
    <message>
        <source>How many agents may work at once is out of range. Change it.</source>
        <translation>O número de agentes que podem trabalhar ao mesmo tempo está fora do permitido. Mude-o.</translation>
    </message>
    <message>
        <source>How many agents may work at once is out of range. Use {lowest} to {highest}.</source>
        <translation>O número de agentes que podem trabalhar ao mesmo tempo está fora do permitido. Use de {lowest} a {highest}.</translation>
    </message>
    <message>
        <source>How often work may be sent back is out of range. Change it.</source>
        <translation>O número de vezes que o trabalho pode ser devolvido está fora do permitido. Mude-o.</translation>
    </message>
    <message>
        <source>How often work may be sent back is out of range. Use {lowest} to {highest}.</source>
        <translation>O número de vezes que o trabalho pode ser devolvido está fora do permitido. Use de {lowest} a {highest}.</translation>
    </message>
    <message>
        <source>The form of the final result is unknown. Use last, all, leader or agent:&lt;id&gt;.</source>
        <translation>A forma do resultado final é desconhecida. Use last, all, leader ou agent:&lt;id&gt;.</translation>
    </message>
    <message>
        <source>Work can be sent back only in sequential teams and pipelines. Remove the feedback, or change the kind of workflow.</source>
        <translation>O trabalho só pode ser devolvido em equipes sequenciais e em cadeia. Remova o feedback ou mude o tipo de fluxo.</translation>
    </message>
    <message>
        <source>Somebody shall agree before agents start, but none is named. Name one, or remove the approval.</source>
        <translation>Alguém deve concordar antes que agentes comecem, mas nenhum agente foi indicado. Indique um ou remova a aprovação.</translation>
    </message>
    <message>
        <source>The team has no workflow. Add one with a type and agents.</source>
        <translation>A equipe não tem fluxo. Adicione um com tipo e agentes.</translation>
    </message>
    <message>
        <source>The team has {count} agents, but at most {limit} are allowed. Remove some, or split the team.</source>
        <translation>A equipe tem {count} agentes, mas são permitidos no máximo {limit}. Remova alguns ou divida a equipe.</translation>
    </message>
    <message>
        <source>In a pipeline {agent} gets the result of {source}, the one before it.</source>
        <translation>Em uma cadeia, {agent} recebe o resultado de {source}, o anterior.</translation>
    </message>
    <message>
        <source>{agent} has no condition and waits for nobody, so it starts in the first round.</source>
        <translation>{agent} não tem condição e não espera por ninguém, por isso começa na primeira rodada.</translation>
    </message>
    <message>
        <source>{agent} cannot be named here: it is not in the team, is the agent itself, or runs later. Choose another one.</source>
        <translation>{agent} não pode ser indicado aqui: não está na equipe, é o próprio agente ou é executado depois. Escolha outro.</translation>
    </message>
    <message>
        <source>These agents wait for each other, so none can begin: {cycle}. Remove one of the connections.</source>
        <translation>Estes agentes esperam uns pelos outros, por isso nenhum pode começar: {cycle}. Remova uma das conexões.</translation>
    </message>
    <message>
        <source>The comparison “{operator}” is unknown, or its value does not fit. Correct the condition.</source>
        <translation>A comparação “{operator}” é desconhecida ou seu valor não é adequado. Corrija a condição.</translation>
    </message>
    <message>
        <source>A value is out of range. Use {lowest} to {highest}.</source>
        <translation>Um valor está fora do permitido. Use de {lowest} a {highest}.</translation>
    </message>
    <message>
        <source>{agent} needs the result of {source}, which runs later. Change the order or the input.</source>
        <translation>{agent} precisa do resultado de {source}, que é executado depois. Mude a ordem ou a entrada.</translation>
    </message>
    <message>
        <source>An agent never runs, because it waits for one that never runs. Switch that one on, or wait for another.</source>
        <translation>Um agente nunca é executado, porque espera por outro que nunca é executado. Ative esse outro ou espere por um diferente.</translation>
    </message>
    <message>
        <source>{agent} never runs, because it waits for {other}, which never runs. Switch that one on, or wait for another.</source>
        <translation>{agent} nunca é executado, porque espera por {other}, que nunca é executado. Ative esse outro ou espere por um diferente.</translation>
    </message>
    <message>
        <source>An agent reads a value of the context that nobody can have written before. Let another one run first, or change the input.</source>
        <translation>Um agente lê um valor do contexto que ninguém pode ter gravado antes. Deixe outro ser executado primeiro ou mude a entrada.</translation>
    </message>
    <message>
        <source>{agent} reads “{key}” from the context, but nobody runs before it who could write it. Let another one run first, or change the input.</source>
        <translation>{agent} lê “{key}” do contexto, mas antes dele não é executado ninguém que possa gravar esse valor. Deixe outro ser executado primeiro ou mude a entrada.</translation>
    </message>
    <message>
        <source>Work is sent back without a limit of its own, and each round is paid for. Set how many there may be.</source>
        <translation>O trabalho é devolvido sem um limite próprio, e cada rodada é paga. Defina quantas pode haver.</translation>
    </message>
    <message>
        <source>{agent} sends work back without a limit of its own, and each round is paid for. Set how many there may be.</source>
        <translation>{agent} devolve trabalho sem um limite próprio, e cada rodada é paga. Defina quantas pode haver.</translation>
    </message>
    <message>
        <source>The conditions of an agent can never hold, because they exclude each other. Change one of them.</source>
        <translation>As condições de um agente nunca podem ser atendidas, porque se excluem. Mude uma delas.</translation>
    </message>
    <message>
        <source>The conditions of {agent} can never hold: those on “{field}” exclude each other. Change one of them.</source>
        <translation>As condições de {agent} nunca podem ser atendidas: as que testam “{field}” se excluem. Mude uma delas.</translation>
    </message>
    <message>
        <source>A team has no place for this key: it is not kept.</source>
        <translation>Uma equipe não tem lugar para esta chave: ela não é mantida.</translation>
    </message>
    <message>
        <source>A team has no place for “{key}”: it is not kept.</source>
        <translation>Uma equipe não tem lugar para “{key}”: a chave não é mantida.</translation>
    </message>
    <message>
        <source>That version of the team is not kept any more. Choose another one of the list.</source>
        <translation>Essa versão da equipe não está mais guardada. Escolha outra da lista.</translation>
    </message>
    <message>
        <source>A template cannot be read. Open its file in the builder to see what is wrong, or remove it.</source>
        <translation>Um modelo não pode ser lido. Abra o arquivo dele no construtor para ver o que está errado ou remova-o.</translation>
    </message>
    <message>
        <source>The template {file} cannot be read. Open it in the builder to see what is wrong, or remove it.</source>
        <translation>O modelo {file} não pode ser lido. Abra-o no construtor para ver o que está errado ou remova-o.</translation>
    </message>
    <message>
        <source>The step has gone on meanwhile, so this is not possible any more. Look at where it is now.</source>
        <translation>A etapa avançou nesse meio-tempo, por isso isto não é mais possível. Veja em que ponto ela está agora.</translation>
    </message>
    <message>
        <source>A breakpoint names an agent that is not in this team, or its condition cannot be read. Correct or remove it.</source>
        <translation>Um ponto de parada indica um agente que não está nesta equipe ou tem uma condição que não pode ser lida. Corrija-o ou remova-o.</translation>
    </message>
    <message>
        <source>More than that has been spent already. Choose a higher limit, or stop the execution.</source>
        <translation>Já foi gasto mais do que isso. Escolha um limite maior ou pare a execução.</translation>
    </message>
    <message>
        <source>A kept result belongs to an agent that is not in this team any more. Remove it and run again.</source>
        <translation>Um resultado mantido pertence a um agente que não está mais nesta equipe. Remova-o e execute de novo.</translation>
    </message>
    <message>
        <source>The next call would go over a spending limit. Raise the limit, or wait until its period ends.</source>
        <translation>A próxima chamada ultrapassaria um limite de gastos. Aumente o limite ou espere até que o período dele termine.</translation>
    </message>
    <message>
        <source>A price is not usable: it needs a model, a day and amounts in US dollars that are not negative.</source>
        <translation>Um preço não pode ser usado: ele precisa de um modelo, de um dia e de valores em dólares americanos que não sejam negativos.</translation>
    </message>
    <message>
        <source>The file is no price table. Choose one that was exported here, or a price map in LiteLLM&apos;s format.</source>
        <translation>O arquivo não é uma tabela de preços. Escolha uma que tenha sido exportada aqui ou um mapa de preços no formato do LiteLLM.</translation>
    </message>
    <message>
        <source>No connected service has the agent of a member. Replace it, or connect its service.</source>
        <translation>Nenhum serviço conectado tem o agente de um membro. Substitua-o ou conecte o serviço dele.</translation>
    </message>
    <message>
        <source>No connected service has the agent of {agent}. Replace it, or connect its service.</source>
        <translation>Nenhum serviço conectado tem o agente de {agent}. Substitua-o ou conecte o serviço dele.</translation>
    </message>
</context>
<context>
    <name>Estimate</name>
    <message>
        <source>%1 to %2</source>
        <extracomment>a range: the least and the most</extracomment>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>This follows from prompt size and price list.</source>
        <translation>Isto se baseia no tamanho do pedido e na lista de preços.</translation>
    </message>
    <message numerus="yes">
        <source>This follows from %n run(s) of this team.</source>
        <translation>
            <numerusform>Isto se baseia em %n execução desta equipe.</numerusform>
            <numerusform>Isto se baseia em %n execuções desta equipe.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This follows from %n run(s) of this team, for its newer members from prompt size and price list.</source>
        <translation>
            <numerusform>Isto se baseia em %n execução desta equipe e, para os membros mais novos, no tamanho do pedido e na lista de preços.</numerusform>
            <numerusform>Isto se baseia em %n execuções desta equipe e, para os membros mais novos, no tamanho do pedido e na lista de preços.</numerusform>
        </translation>
    </message>
    <message>
        <source>No model is called, so it costs nothing.</source>
        <translation>Nenhum modelo é chamado, por isso não custa nada.</translation>
    </message>
    <message>
        <source>What it will cost is unknown: nobody knows the prices of the models.</source>
        <translation>Não se sabe quanto custará: ninguém conhece os preços dos modelos.</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) will cost %1, probably %2.</source>
        <extracomment>the cost of several runs, and what is most likely within it</extracomment>
        <translation>
            <numerusform>%n execução custará %1, provavelmente %2.</numerusform>
            <numerusform>%n execuções custarão %1, provavelmente %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>It will cost %1, probably %2.</source>
        <extracomment>the cost of a run, and what is most likely within it</extracomment>
        <translation>Custará %1, provavelmente %2.</translation>
    </message>
    <message numerus="yes">
        <source>Not in it: %n member(s) whose price is unknown.</source>
        <translation>
            <numerusform>Fora da conta: %n membro cujo preço é desconhecido.</numerusform>
            <numerusform>Fora da conta: %n membros cujo preço é desconhecido.</numerusform>
        </translation>
    </message>
    <message>
        <source>It will take %1, probably %2.</source>
        <extracomment>how long a run takes, and what is most likely within it</extracomment>
        <translation>Levará %1, provavelmente %2.</translation>
    </message>
    <message numerus="yes">
        <source>Not in it: %n member(s) that never ran in this team.</source>
        <translation>
            <numerusform>Fora da conta: %n membro que nunca foi executado nesta equipe.</numerusform>
            <numerusform>Fora da conta: %n membros que nunca foram executados nesta equipe.</numerusform>
        </translation>
    </message>
    <message>
        <source>≈ %1 + unknown</source>
        <extracomment>a cost to which an unknown part comes</extracomment>
        <translation>≈ %1 + desconhecido</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n run(s))</source>
        <extracomment>a range of money, and from how many runs one knows it</extracomment>
        <translation>
            <numerusform>%1 (%n execução)</numerusform>
            <numerusform>%1 (%n execuções)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (prompt and prices)</source>
        <extracomment>a range of money, and from what one knows it</extracomment>
        <translation>%1 (pedido e preços)</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconhecido</translation>
    </message>
</context>
<context>
    <name>FailureWords</name>
    <message>
        <source>Stop the team</source>
        <translation>Parar a equipe</translation>
    </message>
    <message>
        <source>Go on with the others</source>
        <translation>Continuar com os outros</translation>
    </message>
    <message>
        <source>Skip the steps that depend on it</source>
        <translation>Ignorar as etapas que dependem dela</translation>
    </message>
    <message>
        <source>Usual: %1</source>
        <extracomment>%1 is what happens unless something else is chosen</extracomment>
        <translation>Padrão: %1</translation>
    </message>
</context>
<context>
    <name>FieldName</name>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Descrição</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Estratégia</translation>
    </message>
    <message>
        <source>Frames and notes</source>
        <translation>Molduras e notas</translation>
    </message>
    <message>
        <source>When a step fails</source>
        <translation>Quando uma etapa falha</translation>
    </message>
    <message>
        <source>Stop all when one fails</source>
        <translation>Parar todos quando um falha</translation>
    </message>
    <message>
        <source>Most at the same time</source>
        <translation>Máximo ao mesmo tempo</translation>
    </message>
    <message>
        <source>Merging of results</source>
        <translation>Junção dos resultados</translation>
    </message>
    <message>
        <source>Final result</source>
        <translation>Resultado final</translation>
    </message>
    <message>
        <source>Most iterations</source>
        <translation>Máximo de iterações</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Aprovações</translation>
    </message>
    <message>
        <source>Restrict requests</source>
        <translation>Restringir perguntas</translation>
    </message>
    <message>
        <source>Model of the team</source>
        <translation>Modelo da equipe</translation>
    </message>
    <message>
        <source>Longest run in seconds</source>
        <translation>Duração máxima da execução em segundos</translation>
    </message>
    <message>
        <source>Longest step in seconds</source>
        <translation>Duração máxima da etapa em segundos</translation>
    </message>
    <message>
        <source>Team tools</source>
        <translation>Ferramentas de equipe</translation>
    </message>
    <message>
        <source>Notification at the end</source>
        <translation>Notificação ao terminar</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agente</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Equipe</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>Place in the order</source>
        <translation>Lugar na ordem</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Condições</translation>
    </message>
    <message>
        <source>Dependencies</source>
        <translation>Dependências</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Tentativas</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>Raciocínio</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>Esforço</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>Instruções</translation>
    </message>
    <message>
        <source>Output schema</source>
        <translation>Esquema de saída</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Ativo</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Feedback</translation>
    </message>
    <message>
        <source>Place on the canvas</source>
        <translation>Lugar na tela</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sim</translation>
    </message>
    <message>
        <source>no</source>
        <translation>não</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 tok</source>
        <extracomment>%1 is a number such as 9.1k; &quot;tok&quot; is short for tokens</extracomment>
        <translation>%1 tok</translation>
    </message>
    <message>
        <source>Sequential</source>
        <translation>Sequencial</translation>
    </message>
    <message>
        <source>Parallel</source>
        <translation>Paralela</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Em cadeia</translation>
    </message>
    <message>
        <source>Conditional</source>
        <translation>Condicional</translation>
    </message>
</context>
<context>
    <name>Graph</name>
    <message>
        <source>Prompt</source>
        <translation>Pedido</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Agent %1</source>
        <translation>Agente %1</translation>
    </message>
    <message numerus="yes">
        <source>%n input(s)</source>
        <translation>
            <numerusform>%n entrada</numerusform>
            <numerusform>%n entradas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n output(s)</source>
        <translation>
            <numerusform>%n saída</numerusform>
            <numerusform>%n saídas</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names in a list</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 ✓</source>
        <extracomment>an agent whose result is ready</extracomment>
        <translation>%1 ✓</translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation>Aguarda a vez</translation>
    </message>
    <message>
        <source>Waits for %1</source>
        <translation>Aguarda %1</translation>
    </message>
    <message>
        <source>Tries again soon.</source>
        <translation>Tentará de novo em breve.</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Iniciando…</translation>
    </message>
    <message>
        <source>It failed.</source>
        <translation>Falhou.</translation>
    </message>
    <message>
        <source>It was not needed.</source>
        <translation>Não foi necessário.</translation>
    </message>
    <message>
        <source>Stopped before it finished.</source>
        <translation>Parado antes de terminar.</translation>
    </message>
    <message>
        <source>Stopped before it started.</source>
        <translation>Parado antes de começar.</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>tentativa %1</translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <translation>%1 = %2</translation>
    </message>
    <message>
        <source>%1 ≠ %2</source>
        <translation>%1 ≠ %2</translation>
    </message>
    <message>
        <source>%1 &gt; %2</source>
        <translation>%1 &gt; %2</translation>
    </message>
    <message>
        <source>%1 &lt; %2</source>
        <translation>%1 &lt; %2</translation>
    </message>
    <message>
        <source>%1 ≥ %2</source>
        <translation>%1 ≥ %2</translation>
    </message>
    <message>
        <source>%1 ≤ %2</source>
        <translation>%1 ≤ %2</translation>
    </message>
    <message>
        <source>%1 contains %2</source>
        <translation>%1 contém %2</translation>
    </message>
    <message>
        <source>%1 lacks %2</source>
        <translation>%1 não contém %2</translation>
    </message>
    <message>
        <source>%1 is one of %2</source>
        <translation>%1 é um de %2</translation>
    </message>
    <message>
        <source>%1 is none of %2</source>
        <translation>%1 não é nenhum de %2</translation>
    </message>
    <message>
        <source>%1 starts with %2</source>
        <translation>%1 começa com %2</translation>
    </message>
    <message>
        <source>%1 ends with %2</source>
        <translation>%1 termina com %2</translation>
    </message>
    <message>
        <source>%1 matches %2</source>
        <translation>%1 corresponde a %2</translation>
    </message>
    <message>
        <source>%1 exists</source>
        <translation>%1 existe</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>%1 não existe</translation>
    </message>
    <message>
        <source>%1 is empty</source>
        <translation>%1 está vazio</translation>
    </message>
    <message>
        <source>%1 is not empty</source>
        <translation>%1 não está vazio</translation>
    </message>
    <message>
        <source>the result</source>
        <translation>o resultado</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <extracomment>field, operator and value of an operator that has no words yet</extracomment>
        <translation>%1 %2 %3</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 ou %2</translation>
    </message>
    <message>
        <source>not %1</source>
        <translation>não %1</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 e %2</translation>
    </message>
    <message numerus="yes">
        <source>up to %n time(s)</source>
        <translation>
            <numerusform>até %n vez</numerusform>
            <numerusform>até %n vezes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, up to %n time(s)</source>
        <extracomment>%1 is a condition such as &quot;verdict = fail&quot;</extracomment>
        <translation>
            <numerusform>%1, até %n vez</numerusform>
            <numerusform>%1, até %n vezes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>model name, then the agent&apos;s role or attempt</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Its condition was not met.</source>
        <translation>Sua condição não foi atendida.</translation>
    </message>
    <message>
        <source>The result it needs was not produced.</source>
        <translation>O resultado de que precisa não foi produzido.</translation>
    </message>
    <message>
        <source>An agent it depends on failed.</source>
        <translation>Um agente do qual depende falhou.</translation>
    </message>
    <message>
        <source>This member is switched off.</source>
        <translation>Este membro está desativado.</translation>
    </message>
    <message>
        <source>The budget was used up.</source>
        <translation>O orçamento se esgotou.</translation>
    </message>
    <message>
        <source>A person rejected it.</source>
        <translation>Uma pessoa rejeitou.</translation>
    </message>
    <message>
        <source>Nobody approved it in time.</source>
        <translation>Ninguém aprovou a tempo.</translation>
    </message>
    <message>
        <source>…%1</source>
        <extracomment>the end of a longer text</extracomment>
        <translation>…%1</translation>
    </message>
    <message>
        <source>✓ %1</source>
        <extracomment>a condition that held</extracomment>
        <translation>✓ %1</translation>
    </message>
    <message>
        <source>× %1</source>
        <extracomment>a condition that did not hold</extracomment>
        <translation>× %1</translation>
    </message>
    <message>
        <source>Waits for leave to start.</source>
        <translation>Espera permissão para começar.</translation>
    </message>
    <message>
        <source>A team works here</source>
        <translation>Uma equipe trabalha aqui</translation>
    </message>
    <message>
        <source>Waits for your approval</source>
        <translation>Espera a sua aprovação</translation>
    </message>
    <message>
        <source>A person decides</source>
        <translation>Uma pessoa decide</translation>
    </message>
    <message>
        <source>A team</source>
        <translation>Uma equipe</translation>
    </message>
    <message numerus="yes">
        <source>Output of %1, %n wire(s)</source>
        <translation>
            <numerusform>Saída de %1, %n conexão</numerusform>
            <numerusform>Saída de %1, %n conexões</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Input of %1, %n wire(s)</source>
        <translation>
            <numerusform>Entrada de %1, %n conexão</numerusform>
            <numerusform>Entrada de %1, %n conexões</numerusform>
        </translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Moldura</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s), collapsed</source>
        <translation>
            <numerusform>%n membro, recolhido</numerusform>
            <numerusform>%n membros, recolhidos</numerusform>
        </translation>
    </message>
    <message>
        <source>has a mistake</source>
        <translation>tem um erro</translation>
    </message>
    <message>
        <source>has a warning</source>
        <translation>tem um aviso</translation>
    </message>
    <message>
        <source>Feedback from %1 to %2</source>
        <translation>Feedback de %1 para %2</translation>
    </message>
    <message>
        <source>Feedback from %1 to %2: %3</source>
        <translation>Feedback de %1 para %2: %3</translation>
    </message>
    <message>
        <source>Wire from %1 to %2</source>
        <translation>Conexão de %1 para %2</translation>
    </message>
    <message>
        <source>Wire from %1 to %2: %3</source>
        <translation>Conexão de %1 para %2: %3</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>sem preço</translation>
    </message>
    <message>
        <source>%1, time %2</source>
        <extracomment>a member, the number of its iteration</extracomment>
        <translation>%1, %2ª vez</translation>
    </message>
    <message>
        <source>Kept result, nobody was called</source>
        <translation>Resultado mantido, ninguém foi chamado</translation>
    </message>
</context>
<context>
    <name>Heat</name>
    <message>
        <source>unknown</source>
        <translation>desconhecido</translation>
    </message>
    <message>
        <source>%1 · %2 %</source>
        <extracomment>a cost, and its share of the whole in percent</extracomment>
        <translation>%1 · %2 %</translation>
    </message>
</context>
<context>
    <name>Input</name>
    <message>
        <source>The prompt of the run, as it was asked.</source>
        <translation>O pedido da execução, como foi feito.</translation>
    </message>
    <message>
        <source>The result of %1.</source>
        <translation>O resultado de %1.</translation>
    </message>
    <message>
        <source>Put together from several sources.</source>
        <translation>Montada a partir de várias origens.</translation>
    </message>
    <message>
        <source>Put together from the results of %1.</source>
        <translation>Montada a partir dos resultados de %1.</translation>
    </message>
    <message>
        <source>A value that the team shares.</source>
        <translation>Um valor que a equipe compartilha.</translation>
    </message>
    <message>
        <source>From the results of %1.</source>
        <translation>A partir dos resultados de %1.</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names in a list</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>It saw version %1 of what the team shares.</source>
        <translation>O agente viu a versão %1 do que a equipe compartilha.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>two sentences about where an input came from</extracomment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>Intervention</name>
    <message>
        <source>&amp;Pause</source>
        <translation>Pau&amp;sar</translation>
    </message>
    <message>
        <source>Let agents that work finish, and start no others</source>
        <translation>Deixar terminar os agentes que trabalham e não iniciar outros</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Continuar</translation>
    </message>
    <message>
        <source>Let the next agents begin again</source>
        <translation>Deixar os próximos agentes começarem de novo</translation>
    </message>
    <message>
        <source>Step &amp;over</source>
        <translation>Avançar &amp;uma etapa</translation>
    </message>
    <message>
        <source>Go on, and hold before whatever starts next</source>
        <translation>Continuar e pausar antes do que vier em seguida</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Parar</translation>
    </message>
    <message>
        <source>Stop this team and its agents (asks first)</source>
        <translation>Parar esta equipe e seus agentes (pergunta antes)</translation>
    </message>
    <message>
        <source>&amp;Approve…</source>
        <translation>&amp;Aprovar…</translation>
    </message>
    <message>
        <source>Let the step that waits for you start</source>
        <translation>Deixar começar a etapa que espera por você</translation>
    </message>
    <message>
        <source>&amp;Reject…</source>
        <translation>&amp;Rejeitar…</translation>
    </message>
    <message>
        <source>Do not let the step that waits for you run</source>
        <translation>Não deixar executar a etapa que espera por você</translation>
    </message>
    <message>
        <source>Re&amp;try</source>
        <translation>&amp;Tentar de novo</translation>
    </message>
    <message>
        <source>Let what failed run again, and what was skipped because of it</source>
        <translation>Executar de novo o que falhou e o que foi ignorado por causa disso</translation>
    </message>
    <message>
        <source>S&amp;kip…</source>
        <translation>&amp;Ignorar…</translation>
    </message>
    <message>
        <source>Give this step&apos;s result yourself, or go on without one</source>
        <translation>Informar você mesmo o resultado desta etapa ou continuar sem ele</translation>
    </message>
    <message>
        <source>&amp;Message…</source>
        <translation>&amp;Mensagem…</translation>
    </message>
    <message>
        <source>Tell the agent something; it reads it when it starts next</source>
        <translation>Enviar uma mensagem ao agente; ele a lerá quando começar da próxima vez</translation>
    </message>
    <message>
        <source>Run from &amp;here…</source>
        <translation>Executar a partir da&amp;qui…</translation>
    </message>
    <message>
        <source>A new execution that runs this step again, with another input if you like</source>
        <translation>Uma nova execução que repete esta etapa, com outra entrada se você quiser</translation>
    </message>
    <message>
        <source>Edit conte&amp;xt…</source>
        <translation>Editar conte&amp;xto…</translation>
    </message>
    <message>
        <source>Change a value that the team shares</source>
        <translation>Alterar um valor que a equipe compartilha</translation>
    </message>
    <message>
        <source>Spending &amp;limit…</source>
        <translation>&amp;Limite de gastos…</translation>
    </message>
    <message>
        <source>Change what this execution may spend</source>
        <translation>Alterar o que esta execução pode gastar</translation>
    </message>
    <message>
        <source>&amp;Breakpoints…</source>
        <translation>Pontos de para&amp;da…</translation>
    </message>
    <message>
        <source>Choose where this execution holds until you go on</source>
        <translation>Escolher onde esta execução pausa até você continuar</translation>
    </message>
    <message>
        <source>The execution has ended.</source>
        <translation>A execução já terminou.</translation>
    </message>
    <message>
        <source>The execution was interrupted. Continue it first.</source>
        <translation>A execução foi interrompida. Continue-a primeiro.</translation>
    </message>
    <message>
        <source>The execution is being stopped.</source>
        <translation>A execução está sendo parada.</translation>
    </message>
    <message>
        <source>The execution has not begun yet.</source>
        <translation>A execução ainda não começou.</translation>
    </message>
    <message>
        <source>The execution is paused.</source>
        <translation>A execução está pausada.</translation>
    </message>
    <message>
        <source>The execution is not paused.</source>
        <translation>A execução não está pausada.</translation>
    </message>
    <message>
        <source>No step waits for your approval.</source>
        <translation>Nenhuma etapa espera sua aprovação.</translation>
    </message>
    <message>
        <source>Select a step first.</source>
        <translation>Selecione uma etapa primeiro.</translation>
    </message>
    <message>
        <source>%1 has not failed.</source>
        <translation>%1 não falhou.</translation>
    </message>
    <message>
        <source>%1 has ended.</source>
        <translation>%1 já terminou.</translation>
    </message>
    <message>
        <source>%1 is no agent who could read a message.</source>
        <translation>%1 não é um agente que possa ler mensagens.</translation>
    </message>
    <message>
        <source>Only an execution that has ended can be run from one of its steps.</source>
        <translation>Só uma execução que já terminou pode ser executada a partir de uma de suas etapas.</translation>
    </message>
    <message>
        <source>This team works for another one, whose limit counts.</source>
        <translation>Esta equipe trabalha para outra, cujo limite é o que vale.</translation>
    </message>
    <message>
        <source>No execution is open.</source>
        <translation>Nenhuma execução está aberta.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Parando…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>agent, what a button does</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The execution is about to go on.</source>
        <translation>A execução está prestes a continuar.</translation>
    </message>
    <message>
        <source>The execution is about to pause.</source>
        <translation>A execução está prestes a pausar.</translation>
    </message>
    <message>
        <source>%1 works without the team&apos;s tools: it would never read a message.</source>
        <translation>%1 trabalha sem as ferramentas da equipe: nunca leria uma mensagem.</translation>
    </message>
</context>
<context>
    <name>JsonFaultText</name>
    <message>
        <source>A value is missing here.</source>
        <translation>Falta um valor aqui.</translation>
    </message>
    <message>
        <source>A key in quotes is missing here, or a comma is too many.</source>
        <translation>Falta aqui uma chave entre aspas ou há uma vírgula a mais.</translation>
    </message>
    <message>
        <source>A colon is missing between the key and its value.</source>
        <translation>Faltam os dois-pontos entre a chave e seu valor.</translation>
    </message>
    <message>
        <source>A comma or a closing bracket is missing before this.</source>
        <translation>Falta uma vírgula ou um fechamento de colchete ou chave antes disto.</translation>
    </message>
    <message>
        <source>This text has no closing quote on its line.</source>
        <translation>Este texto não tem aspas de fechamento na linha.</translation>
    </message>
    <message>
        <source>JSON does not know this character here. Write it as \u and four digits, or remove it.</source>
        <translation>O JSON não conhece este caractere aqui. Escreva-o como \u e quatro dígitos ou remova-o.</translation>
    </message>
    <message>
        <source>This is neither a number, true, false nor null. Put a text into quotes.</source>
        <translation>Isto não é um número, nem true, false ou null. Coloque textos entre aspas.</translation>
    </message>
    <message>
        <source>A closing bracket is missing at the end.</source>
        <translation>Falta um fechamento de colchete ou chave no final.</translation>
    </message>
    <message>
        <source>There is more after the end of the team. Remove it.</source>
        <translation>Há mais texto depois do fim da equipe. Remova-o.</translation>
    </message>
    <message>
        <source>This key is there twice: only the last one counts.</source>
        <translation>Esta chave aparece duas vezes: só a última conta.</translation>
    </message>
    <message>
        <source>This nests too deeply. Make it flatter.</source>
        <translation>Isto tem níveis demais. Reduza-os.</translation>
    </message>
    <message>
        <source>This text is too long for a team. Shorten it.</source>
        <translation>Este texto é longo demais para uma equipe. Encurte-o.</translation>
    </message>
    <message>
        <source>Here belongs a list in square brackets.</source>
        <translation>Aqui deve vir uma lista entre colchetes.</translation>
    </message>
    <message>
        <source>Here belongs an object in curly brackets.</source>
        <translation>Aqui deve vir um objeto entre chaves.</translation>
    </message>
    <message>
        <source>Here belongs one of: %1.</source>
        <translation>Aqui deve vir um destes: %1.</translation>
    </message>
    <message>
        <source>Here belongs a text in quotes.</source>
        <translation>Aqui deve vir um texto entre aspas.</translation>
    </message>
    <message>
        <source>Here belongs a number.</source>
        <translation>Aqui deve vir um número.</translation>
    </message>
</context>
<context>
    <name>Log</name>
    <message>
        <source>a tool</source>
        <translation>uma ferramenta</translation>
    </message>
    <message>
        <source>%1 was asked to run</source>
        <translation>Foi pedida a execução de %1</translation>
    </message>
    <message numerus="yes">
        <source>Planned %n step(s)</source>
        <translation>
            <numerusform>%n etapa planejada</numerusform>
            <numerusform>%n etapas planejadas</numerusform>
        </translation>
    </message>
    <message>
        <source>The team started</source>
        <translation>A equipe começou</translation>
    </message>
    <message>
        <source>Asked to stop</source>
        <translation>Parada solicitada</translation>
    </message>
    <message>
        <source>The team finished; some steps failed</source>
        <translation>A equipe terminou; algumas etapas falharam</translation>
    </message>
    <message>
        <source>The team finished</source>
        <translation>A equipe terminou</translation>
    </message>
    <message>
        <source>The team failed: %1</source>
        <translation>A equipe falhou: %1</translation>
    </message>
    <message>
        <source>The team was stopped</source>
        <translation>A equipe foi parada</translation>
    </message>
    <message>
        <source>%1 started, attempt %2</source>
        <translation>%1 começou, tentativa %2</translation>
    </message>
    <message>
        <source>%1 started</source>
        <translation>%1 começou</translation>
    </message>
    <message>
        <source>%1: found the run %2 that was already going</source>
        <translation>%1: encontrada a execução %2, que já estava em andamento</translation>
    </message>
    <message>
        <source>%1: run %2</source>
        <translation>%1: execução %2</translation>
    </message>
    <message>
        <source>%1 was not started: %2</source>
        <translation>%1 não foi iniciado: %2</translation>
    </message>
    <message>
        <source>It is not known yet whether %1 was started: %2</source>
        <translation>Ainda não se sabe se %1 foi iniciado: %2</translation>
    </message>
    <message>
        <source>%1 had been started twice; the run %2 was stopped</source>
        <translation>%1 havia sido iniciado duas vezes; a execução %2 foi parada</translation>
    </message>
    <message>
        <source>%1 uses %2</source>
        <translation>%1 usa %2</translation>
    </message>
    <message>
        <source>%1: %2 answered</source>
        <translation>%1: %2 respondeu</translation>
    </message>
    <message>
        <source>%1: %2 failed</source>
        <translation>%1: %2 falhou</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>agent, what it does</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2 Next attempt in %3 s.</source>
        <extracomment>agent, what went wrong, number of seconds</extracomment>
        <translation>%1: %2 Nova tentativa em %3 s.</translation>
    </message>
    <message>
        <source>%1 completed</source>
        <translation>%1 terminou</translation>
    </message>
    <message>
        <source>%1 completed, %2</source>
        <translation>%1 terminou, %2</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>%1 falhou: %2</translation>
    </message>
    <message>
        <source>%1 was skipped</source>
        <translation>%1 foi ignorado</translation>
    </message>
    <message>
        <source>%1 was skipped. %2</source>
        <translation>%1 foi ignorado. %2</translation>
    </message>
    <message>
        <source>%1 was stopped</source>
        <translation>%1 foi parado</translation>
    </message>
    <message>
        <source>Goes on after an interruption</source>
        <translation>Continua após uma interrupção</translation>
    </message>
    <message>
        <source>Paused: agents at work finish, no others start</source>
        <translation>Pausada: os agentes em trabalho terminam, nenhum outro começa</translation>
    </message>
    <message>
        <source>Goes on after a pause</source>
        <translation>Continua após uma pausa</translation>
    </message>
    <message numerus="yes">
        <source>The time limit of %n second(s) is reached</source>
        <translation>
            <numerusform>O limite de tempo de %n segundo foi atingido</numerusform>
            <numerusform>O limite de tempo de %n segundos foi atingido</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 waits for an approval</source>
        <translation>%1 espera por uma aprovação</translation>
    </message>
    <message>
        <source>%1 was approved</source>
        <translation>%1 teve a aprovação</translation>
    </message>
    <message>
        <source>%1 was rejected</source>
        <translation>%1 teve a aprovação negada</translation>
    </message>
    <message>
        <source>%1 was approved by the rules</source>
        <translation>%1 teve a aprovação das regras</translation>
    </message>
    <message>
        <source>Nobody approved %1 in time</source>
        <translation>Ninguém aprovou %1 a tempo</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a decision: its comment</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 waits until the agent service answers again</source>
        <translation>%1 espera até o serviço de agentes responder de novo</translation>
    </message>
    <message>
        <source>%1 waits for its turn, place %2 in the queue</source>
        <extracomment>agent, number</extracomment>
        <translation>%1 espera a vez, posição %2 na fila</translation>
    </message>
    <message>
        <source>%1 waits for a free slot at the agent service</source>
        <translation>%1 espera uma vaga no serviço de agentes</translation>
    </message>
    <message>
        <source>everyone</source>
        <translation>todos</translation>
    </message>
    <message>
        <source>%1 asks %2: %3</source>
        <extracomment>agent, agent, what is asked</extracomment>
        <translation>%1 pergunta a %2: %3</translation>
    </message>
    <message>
        <source>%1 answers %2, too late: %3</source>
        <translation>%1 responde a %2, tarde demais: %3</translation>
    </message>
    <message>
        <source>%1 answers %2: %3</source>
        <translation>%1 responde a %2: %3</translation>
    </message>
    <message>
        <source>%1 got no answer in time</source>
        <translation>%1 não recebeu resposta a tempo</translation>
    </message>
    <message>
        <source>%1 to %2: %3</source>
        <translation>%1 para %2: %3</translation>
    </message>
    <message>
        <source>%1 used the team&apos;s tool %2</source>
        <translation>%1 usou a ferramenta da equipe %2</translation>
    </message>
    <message>
        <source>%1 wrote team actions that cannot be carried out: %2</source>
        <extracomment>agent, why</extracomment>
        <translation>%1 escreveu ações da equipe que não podem ser executadas: %2</translation>
    </message>
    <message>
        <source>%1 could not use the team&apos;s tool %2: %3</source>
        <extracomment>agent, name of a tool, why</extracomment>
        <translation>%1 não conseguiu usar a ferramenta da equipe %2: %3</translation>
    </message>
    <message>
        <source>%1: the team finished</source>
        <translation>%1: a equipe terminou</translation>
    </message>
    <message>
        <source>%1: the team did not finish</source>
        <translation>%1: a equipe não terminou</translation>
    </message>
    <message>
        <source>%1 starts to answer a question</source>
        <translation>%1 começa a responder a uma pergunta</translation>
    </message>
    <message>
        <source>%1 could not answer a question</source>
        <translation>%1 não conseguiu responder a uma pergunta</translation>
    </message>
    <message>
        <source>%1: a team begins to work</source>
        <translation>%1: uma equipe começa a trabalhar</translation>
    </message>
    <message>
        <source>%1 is given the team&apos;s tools</source>
        <translation>%1 recebe as ferramentas da equipe</translation>
    </message>
    <message>
        <source>%1 is as it was before</source>
        <translation>%1 está como antes</translation>
    </message>
    <message>
        <source>detail</source>
        <translation>detalhe</translation>
    </message>
    <message>
        <source>info</source>
        <translation>informação</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>aviso</translation>
    </message>
    <message>
        <source>error</source>
        <translation>erro</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>crítico</translation>
    </message>
    <message>
        <source>team</source>
        <translation>equipe</translation>
    </message>
    <message>
        <source>agents</source>
        <translation>agentes</translation>
    </message>
    <message>
        <source>network</source>
        <translation>rede</translation>
    </message>
    <message>
        <source>system</source>
        <translation>sistema</translation>
    </message>
    <message>
        <source>people</source>
        <translation>pessoas</translation>
    </message>
    <message>
        <source>usage</source>
        <translation>consumo</translation>
    </message>
    <message>
        <source>%1: a run is about to be asked for</source>
        <translation>%1: uma execução está prestes a ser pedida</translation>
    </message>
    <message>
        <source>%1: a run was asked for</source>
        <translation>%1: uma execução foi pedida</translation>
    </message>
    <message>
        <source>%1: usage was booked</source>
        <translation>%1: consumo registrado</translation>
    </message>
    <message>
        <source>%1: usage was booked, %2</source>
        <extracomment>agent, number of tokens</extracomment>
        <translation>%1: consumo registrado, %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 got %n message(s)</source>
        <translation>
            <numerusform>%1 recebeu %n mensagem</numerusform>
            <numerusform>%1 recebeu %n mensagens</numerusform>
        </translation>
    </message>
    <message>
        <source>Context: %1 was deleted by %2</source>
        <extracomment>name of a value, who</extracomment>
        <translation>Contexto: %1 foi excluído por %2</translation>
    </message>
    <message>
        <source>Context: %1 was restored by %2</source>
        <extracomment>name of a value, who</extracomment>
        <translation>Contexto: %1 foi restaurado por %2</translation>
    </message>
    <message>
        <source>Context: %1 was set by %2</source>
        <extracomment>name of a value, who</extracomment>
        <translation>Contexto: %1 foi definido por %2</translation>
    </message>
    <message>
        <source>Event of a later version: %1</source>
        <translation>Evento de uma versão posterior: %1</translation>
    </message>
    <message>
        <source>%1 has answered a question</source>
        <translation>%1 respondeu a uma pergunta</translation>
    </message>
    <message>
        <source>%1: the team waits for a person</source>
        <translation>%1: a equipe espera por uma pessoa</translation>
    </message>
    <message>
        <source>%1: the team goes on</source>
        <translation>%1: a equipe continua</translation>
    </message>
    <message>
        <source>%1: the kept result stands in, nobody is called</source>
        <translation>%1: o resultado mantido é usado, ninguém é chamado</translation>
    </message>
    <message>
        <source>%1: result taken over from an earlier run</source>
        <translation>%1: resultado reaproveitado de uma execução anterior</translation>
    </message>
    <message>
        <source>%1, a person, to %2: %3</source>
        <extracomment>person, agent, what is said</extracomment>
        <translation>%1, uma pessoa, para %2: %3</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Renum cannot start</source>
        <translation>O Renum não pode iniciar</translation>
    </message>
</context>
<context>
    <name>Mark</name>
    <message>
        <source>Added</source>
        <translation>Adicionado</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Removido</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Alterado</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Movido</translation>
    </message>
</context>
<context>
    <name>MemberText</name>
    <message>
        <source>Prompt</source>
        <translation>Pedido</translation>
    </message>
    <message>
        <source>result of %1</source>
        <translation>resultado de %1</translation>
    </message>
    <message>
        <source>context value “%1”</source>
        <translation>valor do contexto “%1”</translation>
    </message>
    <message>
        <source>%1 › %2</source>
        <extracomment>an agent and a field of its result</extracomment>
        <translation>%1 › %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>names in a list</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 + %2</source>
        <extracomment>what an agent gets, and what it gets as well</extracomment>
        <translation>%1 + %2</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>nada ainda</translation>
    </message>
    <message>
        <source>%1, in a template</source>
        <extracomment>what an agent gets, put into a text of its author</extracomment>
        <translation>%1, em um modelo de texto</translation>
    </message>
    <message>
        <source>back to %1</source>
        <translation>de volta a %1</translation>
    </message>
    <message>
        <source>back to %1: %2</source>
        <extracomment>to whom work is sent back, and when</extracomment>
        <translation>de volta a %1: %2</translation>
    </message>
</context>
<context>
    <name>MemberWords</name>
    <message>
        <source>%1 (not in this team)</source>
        <translation>%1 (fora desta equipe)</translation>
    </message>
    <message>
        <source>Written into the prompt</source>
        <translation>Escritas no pedido</translation>
    </message>
    <message>
        <source>As tools, over MCP</source>
        <translation>Como ferramentas, por MCP</translation>
    </message>
    <message>
        <source>No team tools</source>
        <translation>Sem ferramentas de equipe</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>info</source>
        <translation>informação</translation>
    </message>
    <message>
        <source>request</source>
        <translation>pergunta</translation>
    </message>
    <message>
        <source>reply</source>
        <translation>resposta</translation>
    </message>
    <message>
        <source>error</source>
        <translation>erro</translation>
    </message>
    <message>
        <source>context</source>
        <translation>contexto</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>No answer came in time</source>
        <translation>Nenhuma resposta chegou a tempo</translation>
    </message>
    <message>
        <source>No answer came in time. The agent that asked was told so and went on.</source>
        <translation>Nenhuma resposta chegou a tempo. O agente que perguntou foi avisado e continuou.</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>ainda sem resposta</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>sem resposta a tempo</translation>
    </message>
    <message>
        <source>%1 later</source>
        <extracomment>duration</extracomment>
        <translation>%1 depois</translation>
    </message>
    <message>
        <source>too late</source>
        <translation>tarde demais</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>não lida</translation>
    </message>
    <message>
        <source>%1 from %2 to %3: %4</source>
        <extracomment>kind of message, sender, recipient, what it says</extracomment>
        <translation>%1 de %2 para %3: %4</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a message, its state</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>Notifier</name>
    <message>
        <source>%1: %2</source>
        <extracomment>team, what went wrong</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 of %2 waits for your approval</source>
        <extracomment>agent, team</extracomment>
        <translation>%1 de %2 espera sua aprovação</translation>
    </message>
    <message>
        <source>A team has finished</source>
        <translation>Uma equipe terminou</translation>
    </message>
    <message>
        <source>A team has failed</source>
        <translation>Uma equipe falhou</translation>
    </message>
    <message>
        <source>A step waits for you</source>
        <translation>Uma etapa espera por você</translation>
    </message>
    <message>
        <source>A spending limit is reached</source>
        <translation>Um limite de gastos foi atingido</translation>
    </message>
    <message>
        <source>%1 has finished</source>
        <translation>%1 terminou</translation>
    </message>
    <message>
        <source>%1 holds at its spending limit</source>
        <translation>%1 está em pausa no limite de gastos</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>There is not enough memory for the picture. Export it as SVG instead.</source>
        <translation>Não há memória suficiente para a imagem. Exporte-a como SVG.</translation>
    </message>
    <message>
        <source>The picture %1 cannot be written: %2. Check that the folder exists and that you may write there.</source>
        <extracomment>A path, and what the system says</extracomment>
        <translation>Não foi possível gravar a imagem %1: %2. Verifique se a pasta existe e se você pode gravar nela.</translation>
    </message>
    <message>
        <source>The file %1 exists already. Choose another name.</source>
        <translation>O arquivo %1 já existe. Escolha outro nome.</translation>
    </message>
</context>
<context>
    <name>PlanBasis</name>
    <message>
        <source>The time follows from the last runs of each agent; for those that ran fewer than three times it is a guess of 30 s.</source>
        <translation>O tempo vem das últimas execuções de cada agente; para os que foram executados menos de três vezes, supõem-se 30 s.</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier run(s) of this team took %1 in the middle. The estimate follows from the last runs of each agent.</source>
        <extracomment>%1 is a duration</extracomment>
        <translation>
            <numerusform>%n execução anterior desta equipe levou %1. A estimativa vem das últimas execuções de cada agente.</numerusform>
            <numerusform>%n execuções anteriores desta equipe levaram %1 na mediana. A estimativa vem das últimas execuções de cada agente.</numerusform>
        </translation>
    </message>
    <message>
        <source>What it will cost is not known: no run of this team has told yet how much it used.</source>
        <translation>Não se sabe quanto custará: nenhuma execução desta equipe informou ainda quanto usou.</translation>
    </message>
    <message>
        <source>An earlier run used %1 tokens in the middle. What that costs is not known: there are no prices for its models.</source>
        <extracomment>%1 is a number of tokens such as 9.1k</extracomment>
        <translation>Na mediana, uma execução anterior usou %1 tokens. Não se sabe quanto isso custa: não há preços para os modelos dela.</translation>
    </message>
</context>
<context>
    <name>PlanText</name>
    <message>
        <source>%1, and what the team shares</source>
        <extracomment>what an agent gets</extracomment>
        <translation>%1 e o que a equipe compartilha</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Ninguém</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Sempre</translation>
    </message>
    <message>
        <source>Sends work %1</source>
        <translation>Envia trabalho %1</translation>
    </message>
    <message>
        <source>%L1. %2</source>
        <extracomment>place in the order, and who works then</extracomment>
        <translation>%L1. %2</translation>
    </message>
    <message>
        <source>Wave %L1</source>
        <translation>Onda %L1</translation>
    </message>
    <message numerus="yes">
        <source>%n side by side</source>
        <translation>
            <numerusform>%n lado a lado</numerusform>
            <numerusform>%n lado a lado</numerusform>
        </translation>
    </message>
    <message>
        <source>Starts at once</source>
        <translation>Começa imediatamente</translation>
    </message>
    <message>
        <source>Starts after wave %L1</source>
        <translation>Começa depois da onda %L1</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Desativados</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n membro</numerusform>
            <numerusform>%n membros</numerusform>
        </translation>
    </message>
    <message>
        <source>one after the other</source>
        <translation>um depois do outro</translation>
    </message>
    <message numerus="yes">
        <source>%n wave(s)</source>
        <translation>
            <numerusform>%n onda</numerusform>
            <numerusform>%n ondas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · %2 · about %3</source>
        <extracomment>members, waves, a duration</extracomment>
        <translation>%1 · %2 · cerca de %3</translation>
    </message>
</context>
<context>
    <name>QuickFixText</name>
    <message>
        <source>List exactly the agents of the workflow</source>
        <translation>Listar exatamente os agentes do fluxo</translation>
    </message>
    <message>
        <source>Remove the second one</source>
        <translation>Remover o segundo</translation>
    </message>
    <message>
        <source>Number all from 1</source>
        <translation>Numerar todos a partir de 1</translation>
    </message>
    <message>
        <source>Give each the result of the one before</source>
        <translation>Dar a cada um o resultado do anterior</translation>
    </message>
    <message>
        <source>Make the team sequential</source>
        <translation>Tornar a equipe sequencial</translation>
    </message>
    <message>
        <source>Make the team parallel</source>
        <translation>Tornar a equipe paralela</translation>
    </message>
    <message>
        <source>Give it the prompt</source>
        <translation>Dar o pedido a ele</translation>
    </message>
    <message>
        <source>Forget the reference</source>
        <translation>Esquecer a referência</translation>
    </message>
    <message>
        <source>Remove the condition</source>
        <translation>Remover a condição</translation>
    </message>
    <message>
        <source>Use the default</source>
        <translation>Usar o padrão</translation>
    </message>
    <message>
        <source>Let %1 not wait for %2</source>
        <translation>Fazer %1 não esperar por %2</translation>
    </message>
    <message>
        <source>Move %1 before %2</source>
        <translation>Mover %1 para antes de %2</translation>
    </message>
    <message>
        <source>Switch %1 on</source>
        <translation>Ativar %1</translation>
    </message>
    <message numerus="yes">
        <source>Allow at most %n round(s)</source>
        <translation>
            <numerusform>Permitir no máximo %n rodada</numerusform>
            <numerusform>Permitir no máximo %n rodadas</numerusform>
        </translation>
    </message>
    <message>
        <source>Do not read “%1”</source>
        <translation>Não ler “%1”</translation>
    </message>
    <message>
        <source>Remove the conditions on “%1”</source>
        <translation>Remover as condições que testam “%1”</translation>
    </message>
    <message>
        <source>Replace missing agents…</source>
        <translation>Substituir agentes ausentes…</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Agents can call their team&apos;s tools.</source>
        <translation>Os agentes podem chamar as ferramentas da equipe.</translation>
    </message>
    <message>
        <source>Agents cannot call their team&apos;s tools.</source>
        <translation>Os agentes não podem chamar as ferramentas da equipe.</translation>
    </message>
    <message>
        <source>Whether a model can call its team&apos;s tools shows when it works.</source>
        <translation>Se um modelo sabe chamar as ferramentas da equipe, vê-se quando ele trabalha.</translation>
    </message>
    <message>
        <source>A conversation can go on in further turns.</source>
        <translation>Uma conversa pode continuar em novos turnos.</translation>
    </message>
    <message>
        <source>Further turns of a conversation need access to Supabase.</source>
        <translation>Novos turnos de uma conversa precisam de acesso ao Supabase.</translation>
    </message>
    <message>
        <source>Runs go on without Renum and are found again after a crash.</source>
        <translation>As execuções continuam sem o Renum e são reencontradas depois de uma falha.</translation>
    </message>
    <message>
        <source>A run ends with Renum: what a crash interrupts is done again.</source>
        <translation>Uma execução termina junto com o Renum: o que uma falha interrompe é refeito.</translation>
    </message>
    <message>
        <source>A start whose answer was lost can be looked up.</source>
        <translation>Um início cuja resposta se perdeu pode ser consultado.</translation>
    </message>
    <message>
        <source>A start whose answer was lost cannot be looked up beforehand; its runs are listed afterwards.</source>
        <translation>Um início cuja resposta se perdeu não pode ser consultado de antemão; as execuções dele são listadas depois.</translation>
    </message>
    <message>
        <source>A broken stream goes on where it ended.</source>
        <translation>Uma transmissão interrompida continua de onde parou.</translation>
    </message>
    <message>
        <source>A broken stream is read again from its beginning.</source>
        <translation>Uma transmissão interrompida é lida de novo desde o início.</translation>
    </message>
    <message>
        <source>Agents of your own can run here.</source>
        <translation>Seus próprios agentes podem executar aqui.</translation>
    </message>
    <message>
        <source>Agents are those of the service; your own run at model endpoints.</source>
        <translation>Os agentes são os do serviço; os seus executam em endpoints de modelos.</translation>
    </message>
    <message>
        <source>Answers can follow a schema.</source>
        <translation>As respostas podem seguir um esquema.</translation>
    </message>
    <message>
        <source>Answers cannot follow a schema.</source>
        <translation>As respostas não podem seguir um esquema.</translation>
    </message>
    <message>
        <source>Whether a model follows an output schema shows when it works; Renum checks each answer.</source>
        <translation>Se um modelo segue um esquema de saída, vê-se quando ele trabalha; o Renum verifica cada resposta.</translation>
    </message>
    <message>
        <source>The account cannot run agents now. Look at its plan and credits there.</source>
        <translation>A conta não pode executar agentes agora. Veja lá o plano e os créditos dela.</translation>
    </message>
    <message>
        <source>Account: plan %1, credits %2.</source>
        <extracomment>The name of a plan, and a number of credits</extracomment>
        <translation>Conta: plano %1, créditos %2.</translation>
    </message>
    <message>
        <source>Account: plan %1.</source>
        <translation>Conta: plano %1.</translation>
    </message>
    <message>
        <source>The account is accepted.</source>
        <translation>A conta é aceita.</translation>
    </message>
    <message>
        <source>Account: credits %1.</source>
        <translation>Conta: créditos %1.</translation>
    </message>
    <message>
        <source>It lists no models.</source>
        <translation>Ele não lista modelos.</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s), for example: %1</source>
        <extracomment>How many models there are, then the names of the first</extracomment>
        <translation>
            <numerusform>%n modelo, por exemplo: %1</numerusform>
            <numerusform>%n modelos, por exemplo: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model(s): %1</source>
        <translation>
            <numerusform>%n modelo: %1</numerusform>
            <numerusform>%n modelos: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The account cannot be read: %1</source>
        <translation>A conta não pode ser lida: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n agent(s) there.</source>
        <translation>
            <numerusform>%n agente lá.</numerusform>
            <numerusform>%n agentes lá.</numerusform>
        </translation>
    </message>
    <message>
        <source>The models cannot be read: %1</source>
        <translation>Os modelos não podem ser lidos: %1</translation>
    </message>
    <message>
        <source>It answers, but the agents cannot be read: %1</source>
        <translation>Ele responde, mas os agentes não podem ser lidos: %1</translation>
    </message>
    <message>
        <source>It answers, but it does not list the model “%1”.</source>
        <translation>Ele responde, mas não lista o modelo “%1”.</translation>
    </message>
    <message>
        <source>Suna %1 answers at %2 and is healthy.</source>
        <extracomment>The generation of Suna&apos;s API, for example V3, then an address</extracomment>
        <translation>O Suna %1 responde em %2 e está saudável.</translation>
    </message>
    <message>
        <source>A model endpoint answers at %1.</source>
        <translation>Um endpoint de modelos responde em %1.</translation>
    </message>
</context>
<context>
    <name>Rows</name>
    <message>
        <source>Team</source>
        <translation>Equipe</translation>
    </message>
</context>
<context>
    <name>TemplateRows</name>
    <message>
        <source>You</source>
        <translation>Você</translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <translation>Não pode ser usado</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Pasta</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>writing</source>
        <translation>escrevendo</translation>
    </message>
    <message>
        <source>working</source>
        <translation>trabalhando</translation>
    </message>
    <message>
        <source>failed · %1</source>
        <extracomment>duration</extracomment>
        <translation>falhou · %1</translation>
    </message>
    <message>
        <source>stopped · %1</source>
        <extracomment>duration</extracomment>
        <translation>parado · %1</translation>
    </message>
    <message>
        <source>round %1, attempt %2</source>
        <translation>rodada %1, tentativa %2</translation>
    </message>
    <message>
        <source>round %1</source>
        <comment>of a loop</comment>
        <translation>rodada %1</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>tentativa %1</translation>
    </message>
    <message>
        <source>Writing, at work for %1</source>
        <extracomment>duration</extracomment>
        <translation>Escrevendo, em trabalho há %1</translation>
    </message>
    <message>
        <source>At work for %1</source>
        <translation>Em trabalho há %1</translation>
    </message>
    <message>
        <source>Done after %1</source>
        <extracomment>duration</extracomment>
        <translation>Concluído após %1</translation>
    </message>
    <message>
        <source>Failed after %1</source>
        <extracomment>duration</extracomment>
        <translation>Falhou após %1</translation>
    </message>
    <message>
        <source>Stopped after %1</source>
        <extracomment>duration</extracomment>
        <translation>Parado após %1</translation>
    </message>
    <message>
        <source>Interrupted after %1: Renum was closed</source>
        <extracomment>duration</extracomment>
        <translation>Interrompido após %1: o Renum foi fechado</translation>
    </message>
    <message>
        <source>interrupted · %1</source>
        <extracomment>duration</extracomment>
        <translation>interrompido · %1</translation>
    </message>
    <message>
        <source>%1 answers %2</source>
        <extracomment>agent, agent</extracomment>
        <translation>%1 responde a %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>agent, attempt</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Began at %1</source>
        <extracomment>time of day</extracomment>
        <translation>Começou às %1</translation>
    </message>
    <message>
        <source>Its team works in a run of its own</source>
        <translation>A equipe deste membro trabalha em uma execução própria</translation>
    </message>
    <message>
        <source>queue</source>
        <translation>fila</translation>
    </message>
    <message>
        <source>service busy</source>
        <translation>serviço ocupado</translation>
    </message>
    <message>
        <source>service down</source>
        <translation>serviço fora do ar</translation>
    </message>
    <message>
        <source>retry</source>
        <translation>nova tentativa</translation>
    </message>
    <message>
        <source>approval</source>
        <translation>aprovação</translation>
    </message>
    <message>
        <source>breakpoint</source>
        <translation>ponto de parada</translation>
    </message>
    <message>
        <source>limit</source>
        <comment>of what a run may spend</comment>
        <translation>limite</translation>
    </message>
    <message>
        <source>In the queue for %1: as many agents as allowed are at work</source>
        <extracomment>duration</extracomment>
        <translation>Na fila por %1: o máximo permitido de agentes já estava trabalhando</translation>
    </message>
    <message>
        <source>For %1 the agent service had no free slot</source>
        <extracomment>duration</extracomment>
        <translation>Por %1, o serviço de agentes não teve vaga</translation>
    </message>
    <message>
        <source>For %1 the agent service did not answer and was left alone</source>
        <extracomment>duration</extracomment>
        <translation>Por %1, o serviço de agentes não respondeu e foi deixado em paz</translation>
    </message>
    <message>
        <source>Waited %1 for the next attempt</source>
        <extracomment>duration</extracomment>
        <translation>Esperou %1 pela próxima tentativa</translation>
    </message>
    <message>
        <source>Waited %1 for a person</source>
        <extracomment>duration</extracomment>
        <translation>Esperou %1 por uma pessoa</translation>
    </message>
    <message>
        <source>Held %1 at a breakpoint</source>
        <extracomment>duration</extracomment>
        <translation>Retido por %1 em um ponto de parada</translation>
    </message>
    <message>
        <source>Held %1 at the limit of what the run may spend</source>
        <extracomment>duration</extracomment>
        <translation>Retido por %1 no limite do que a execução pode gastar</translation>
    </message>
    <message>
        <source>Paused for %1</source>
        <extracomment>duration</extracomment>
        <translation>Pausada por %1</translation>
    </message>
    <message>
        <source>Nobody drove it for %1: Renum was closed</source>
        <translation>Ninguém a conduziu por %1: o Renum estava fechado</translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation>
            <numerusform>%n tentativa</numerusform>
            <numerusform>%n tentativas</numerusform>
        </translation>
    </message>
    <message>
        <source>not started</source>
        <translation>não iniciado</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>agent, then what each of its attempts did</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names in a list</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 d %2</source>
        <extracomment>number of days, time of day</extracomment>
        <translation>%1 d %2</translation>
    </message>
</context>
<context>
    <name>Values</name>
    <message numerus="yes">
        <source>{%n key(s)}</source>
        <translation>
            <numerusform>{%n chave}</numerusform>
            <numerusform>{%n chaves}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>[%n item(s)]</source>
        <translation>
            <numerusform>[%n item]</numerusform>
            <numerusform>[%n itens]</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaitLine</name>
    <message>
        <source>, </source>
        <comment>between names in a list</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 is being tried again</source>
        <translation>Nova tentativa de %1 em andamento</translation>
    </message>
    <message numerus="yes">
        <source>%1 failed and is tried again in %n second(s)</source>
        <translation>
            <numerusform>%1 falhou; nova tentativa em %n segundo</numerusform>
            <numerusform>%1 falhou; nova tentativa em %n segundos</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking whether %1 was started</source>
        <translation>Verificando se %1 foi iniciado</translation>
    </message>
    <message>
        <source>%1 is busy: %2</source>
        <extracomment>agent, what it does right now</extracomment>
        <translation>%1 está ocupado: %2</translation>
    </message>
    <message>
        <source>%1 is writing</source>
        <translation>%1 está escrevendo</translation>
    </message>
    <message>
        <source>%1 is working, no words yet</source>
        <translation>%1 está trabalhando, ainda sem texto</translation>
    </message>
    <message>
        <source>%1 is being started</source>
        <translation>%1 está sendo iniciado</translation>
    </message>
    <message>
        <source>%1 is next</source>
        <translation>%1 é o próximo</translation>
    </message>
    <message>
        <source>%1 waits for %2</source>
        <translation>%1 aguarda %2</translation>
    </message>
    <message>
        <source>%1 waits for %2 (%3 of %4 inputs ready)</source>
        <extracomment>agent, agents, number, number</extracomment>
        <translation>%1 aguarda %2 (%3 de %4 entradas prontas)</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>e mais %n</numerusform>
            <numerusform>e mais %n</numerusform>
        </translation>
    </message>
    <message>
        <source> · </source>
        <comment>between facts in one line</comment>
        <translation> · </translation>
    </message>
    <message>
        <source>Putting the results together</source>
        <translation>Reunindo os resultados</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Parando</translation>
    </message>
    <message>
        <source>Stopping · waits for %1 to end</source>
        <translation>Parando · aguarda o fim de %1</translation>
    </message>
    <message>
        <source>Finished in %1, but not every agent succeeded</source>
        <translation>Terminou em %1, mas nem todos os agentes tiveram sucesso</translation>
    </message>
    <message>
        <source>Finished in %1</source>
        <translation>Terminou em %1</translation>
    </message>
    <message>
        <source>Stopped after %1. What was produced until then is kept.</source>
        <translation>Parado após %1. O que foi produzido até então está guardado.</translation>
    </message>
    <message>
        <source>Waiting to start</source>
        <translation>Aguardando o início</translation>
    </message>
    <message>
        <source>%1 waits: the agent service is being asked whether it answers again</source>
        <translation>%1 espera: verificando se o serviço de agentes voltou a responder</translation>
    </message>
    <message numerus="yes">
        <source>%1 waits: the agent service does not answer, next try in %n second(s)</source>
        <translation>
            <numerusform>%1 espera: o serviço de agentes não responde, nova tentativa em %n segundo</numerusform>
            <numerusform>%1 espera: o serviço de agentes não responde, nova tentativa em %n segundos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 waits for its turn, place %2 in the queue</source>
        <extracomment>agent, number</extracomment>
        <translation>%1 espera a vez, posição %2 na fila</translation>
    </message>
    <message>
        <source>%1 waits for a free slot at the agent service</source>
        <translation>%1 espera uma vaga no serviço de agentes</translation>
    </message>
    <message>
        <source>%1 waits for your approval since %2</source>
        <translation>%1 espera sua aprovação desde %2</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausada</translation>
    </message>
    <message>
        <source>Renum was closed or crashed while this team was running, so nobody drives it now. Everything received until then is kept. Continue it, or stop it to end agents that may still be working.</source>
        <translation>O Renum foi fechado ou falhou enquanto esta equipe trabalhava, por isso ninguém a conduz agora. Tudo o que foi recebido até então está guardado. Continue-a, ou pare-a para encerrar agentes que ainda possam estar trabalhando.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>agent, what went wrong</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more step(s) failed.</source>
        <translation>
            <numerusform>Mais %n etapa falhou.</numerusform>
            <numerusform>Mais %n etapas falharam.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is rate-limited, tried again in %n second(s)</source>
        <translation>
            <numerusform>%1 atingiu o limite de requisições; nova tentativa em %n segundo</numerusform>
            <numerusform>%1 atingiu o limite de requisições; nova tentativa em %n segundos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 waits for a free slot at the agent service, asked again in %n second(s)</source>
        <translation>
            <numerusform>%1 espera uma vaga no serviço de agentes; nova consulta em %n segundo</numerusform>
            <numerusform>%1 espera uma vaga no serviço de agentes; nova consulta em %n segundos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 calls</source>
        <extracomment>number, number</extracomment>
        <translation>%1 de %2 chamadas</translation>
    </message>
    <message>
        <source>%1 of %2 tokens</source>
        <extracomment>number, number</extracomment>
        <translation>%1 de %2 tokens</translation>
    </message>
    <message>
        <source>US$ %1 of %2</source>
        <extracomment>amount, amount</extracomment>
        <translation>US$ %1 de %2</translation>
    </message>
    <message>
        <source>Holds at its spending limit. Raise it to go on</source>
        <translation>Em pausa no limite de gastos. Aumente-o para continuar</translation>
    </message>
    <message>
        <source>Holds at its spending limit, %1. Raise it to go on</source>
        <extracomment>what was spent</extracomment>
        <translation>Em pausa no limite de gastos, %1. Aumente-o para continuar</translation>
    </message>
    <message>
        <source>Holds after %1, at a breakpoint</source>
        <translation>Em pausa depois de %1, em um ponto de parada</translation>
    </message>
    <message>
        <source>Holds before %1, at a breakpoint</source>
        <translation>Em pausa antes de %1, em um ponto de parada</translation>
    </message>
    <message>
        <source>Holds at the budget %1. It goes on when the budget is raised or removed, or its day or month is over</source>
        <extracomment>name of a budget</extracomment>
        <translation>Em pausa no orçamento %1. Continua quando o orçamento for aumentado ou removido, ou quando o dia ou mês dele terminar</translation>
    </message>
</context>
<context>
    <name>renum::ui::AddPopup</name>
    <message>
        <source>Agents and steps to add</source>
        <translation>Agentes e etapas para adicionar</translation>
    </message>
    <message>
        <source>Type to search, Enter adds</source>
        <translation>Digite para pesquisar, Enter adiciona</translation>
    </message>
</context>
<context>
    <name>renum::ui::AgentDialog</name>
    <message>
        <source>Set a temperature</source>
        <translation>Definir uma temperatura</translation>
    </message>
    <message>
        <source>May call its team&apos;s tools</source>
        <translation>Pode chamar as ferramentas da equipe</translation>
    </message>
    <message>
        <source>Add an agent</source>
        <translation>Adicionar um agente</translation>
    </message>
    <message>
        <source>Edit an agent</source>
        <translation>Editar um agente</translation>
    </message>
    <message>
        <source>Empty: the endpoint&apos;s</source>
        <translation>Vazio: o do endpoint</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatura</translation>
    </message>
    <message>
        <source>What it is for, for whoever chooses it</source>
        <translation>Para que serve, para quem o escolhe</translation>
    </message>
    <message>
        <source>What it is told before every task</source>
        <translation>O que lhe é dito antes de cada tarefa</translation>
    </message>
    <message>
        <source>Empty: answers are text. Else a JSON Schema that they fit</source>
        <translation>Vazio: as respostas são texto. Senão, um JSON Schema que elas seguem</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Runs at</source>
        <translation>Executa em</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Descrição</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>Instruções</translation>
    </message>
    <message>
        <source>Output schema</source>
        <translation>Esquema de saída</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salvar</translation>
    </message>
    <message>
        <source>The output schema is no valid JSON. Correct it, or leave it empty.</source>
        <translation>O esquema de saída não é JSON válido. Corrija-o ou deixe-o vazio.</translation>
    </message>
</context>
<context>
    <name>renum::ui::AgentMappingDialog</name>
    <message>
        <source>One agent can have only one place. Choose another one.</source>
        <translation>Um agente só pode ocupar um lugar. Escolha outro.</translation>
    </message>
    <message>
        <source>Replace missing agents</source>
        <translation>Substituir agentes ausentes</translation>
    </message>
    <message>
        <source>The connected services do not have these agents of “%1”. Choose who does their work here; the best matches come first.</source>
        <translation>Os serviços conectados não têm estes agentes de “%1”. Escolha quem fará o trabalho deles aqui; as melhores correspondências vêm primeiro.</translation>
    </message>
    <message>
        <source>Agent for %1</source>
        <translation>Agente para %1</translation>
    </message>
    <message>
        <source>Leave it missing</source>
        <translation>Deixar sem agente</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Agora não</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Substituir</translation>
    </message>
</context>
<context>
    <name>renum::ui::ApprovalDialog</name>
    <message>
        <source>Approve %1?</source>
        <translation>Aprovar %1?</translation>
    </message>
    <message>
        <source>%1 is ready to start and waits for you. If you reject it, it does not run, which counts as a failed step.</source>
        <translation>%1 está pronto para começar e espera por você. Se você rejeitar, não será executado, o que conta como uma etapa com falha.</translation>
    </message>
    <message>
        <source>&amp;Comment (optional)</source>
        <translation>&amp;Comentário (opcional)</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Comentário</translation>
    </message>
    <message>
        <source>Kept with the execution, with your decision</source>
        <translation>Guardado com a execução, junto com a sua decisão</translation>
    </message>
    <message>
        <source>&amp;Approve</source>
        <translation>&amp;Aprovar</translation>
    </message>
    <message>
        <source>&amp;Reject</source>
        <translation>&amp;Rejeitar</translation>
    </message>
    <message>
        <source>Decide &amp;later</source>
        <translation>Decidir &amp;depois</translation>
    </message>
    <message>
        <source>Let %1 start</source>
        <translation>Deixar %1 começar</translation>
    </message>
    <message>
        <source>Do not let %1 run</source>
        <translation>Não deixar %1 ser executado</translation>
    </message>
    <message>
        <source>Close this and decide nothing (Esc)</source>
        <translation>Fechar e não decidir nada (Esc)</translation>
    </message>
</context>
<context>
    <name>renum::ui::AttemptsView</name>
    <message>
        <source>Running</source>
        <translation>Em execução</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Concluído</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Falhou</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Parado</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Tentativa</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Início</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duração</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Executar</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problema</translation>
    </message>
    <message>
        <source>Attempts of this agent</source>
        <translation>Tentativas deste agente</translation>
    </message>
</context>
<context>
    <name>renum::ui::BarsModel</name>
    <message>
        <source>Days (UTC)</source>
        <translation>Dias (UTC)</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Total</translation>
    </message>
</context>
<context>
    <name>renum::ui::BasicsPart</name>
    <message>
        <source>Rename a member</source>
        <translation>Renomear um membro</translation>
    </message>
    <message>
        <source>Choose another team</source>
        <translation>Escolher outra equipe</translation>
    </message>
    <message>
        <source>Change instructions</source>
        <translation>Mudar instruções</translation>
    </message>
    <message>
        <source>Basics</source>
        <translation>Básico</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agente</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Equipe</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>Líder</translation>
    </message>
    <message>
        <source>Coordinator</source>
        <translation>Coordenador</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Membro</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>Instruções</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>What it is told before every task</source>
        <translation>O que lhe é dito antes de cada tarefa</translation>
    </message>
    <message>
        <source>What the person should look at before agreeing</source>
        <translation>O que a pessoa deve verificar antes de concordar</translation>
    </message>
    <message>
        <source>As the agent&apos;s service says</source>
        <translation>Como define o serviço do agente</translation>
    </message>
    <message>
        <source>Replace agent…</source>
        <translation>Substituir agente…</translation>
    </message>
    <message>
        <source>Read the agents again</source>
        <translation>Ler os agentes de novo</translation>
    </message>
    <message>
        <source>%1 (missing)</source>
        <translation>%1 (não existe)</translation>
    </message>
    <message>
        <source>No service has this agent any more. Choose another one.</source>
        <translation>Nenhum serviço tem mais este agente. Escolha outro.</translation>
    </message>
    <message>
        <source>The agents cannot be read. %1</source>
        <translation>Os agentes não podem ser lidos. %1</translation>
    </message>
    <message>
        <source>Choose a team</source>
        <translation>Escolha uma equipe</translation>
    </message>
    <message>
        <source>This team is gone. Choose another one.</source>
        <translation>Esta equipe não existe mais. Escolha outra.</translation>
    </message>
    <message>
        <source>Gets messages to everyone first. Its result can be that of the team.</source>
        <translation>Recebe primeiro as mensagens para todos. Seu resultado pode ser o da equipe.</translation>
    </message>
    <message>
        <source>May send requests to any member, even where others may not.</source>
        <translation>Pode fazer perguntas a qualquer membro, mesmo onde os outros não podem.</translation>
    </message>
    <message>
        <source>Works on its own step.</source>
        <translation>Trabalha em sua própria etapa.</translation>
    </message>
    <message>
        <source>Works as a member; the others see this role.</source>
        <translation>Trabalha como membro; os outros veem este papel.</translation>
    </message>
    <message>
        <source>Replace an agent</source>
        <translation>Substituir um agente</translation>
    </message>
    <message>
        <source>Change a role</source>
        <translation>Mudar um papel</translation>
    </message>
    <message>
        <source>Change a model</source>
        <translation>Mudar um modelo</translation>
    </message>
</context>
<context>
    <name>renum::ui::BreakdownPanel</name>
    <message>
        <source>What to list</source>
        <translation>O que listar</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agentes</translation>
    </message>
    <message>
        <source>What each agent cost</source>
        <translation>Quanto custou cada agente</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>What each model cost</source>
        <translation>Quanto custou cada modelo</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Equipes</translation>
    </message>
    <message>
        <source>What each team cost</source>
        <translation>Quanto custou cada equipe</translation>
    </message>
    <message>
        <source>Strategies</source>
        <translation>Estratégias</translation>
    </message>
    <message>
        <source>What the strategies cost that the teams have now</source>
        <translation>Quanto custaram as estratégias que as equipes têm agora</translation>
    </message>
    <message>
        <source>Who and what the cost comes from</source>
        <translation>De quem e de que vem o custo</translation>
    </message>
    <message>
        <source>Choose a row to see it alone</source>
        <translation>Escolha uma linha para vê-la isoladamente</translation>
    </message>
</context>
<context>
    <name>renum::ui::BreakpointsDialog</name>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Excluir</translation>
    </message>
    <message>
        <source>Breakpoints</source>
        <translation>Pontos de parada</translation>
    </message>
    <message>
        <source>Space switches one on or off, Delete takes it away</source>
        <translation>Espaço ativa ou desativa um ponto, Delete o remove</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes de</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Depois de</translation>
    </message>
    <message>
        <source>Before or after the step</source>
        <translation>Antes ou depois da etapa</translation>
    </message>
    <message>
        <source>Whose step</source>
        <translation>De quem é a etapa</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Adicionar</translation>
    </message>
    <message>
        <source>Hold there too</source>
        <translation>Pausar também nesse ponto</translation>
    </message>
    <message>
        <source>Take this one away (Delete)</source>
        <translation>Remover este ponto de parada (Delete)</translation>
    </message>
    <message>
        <source>Condition of the breakpoint</source>
        <translation>Condição do ponto de parada</translation>
    </message>
    <message>
        <source>&amp;Set breakpoints</source>
        <translation>&amp;Definir pontos de parada</translation>
    </message>
    <message>
        <source>They count from now on, also after an interruption</source>
        <translation>Valem a partir de agora, também após uma interrupção</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Close this and change nothing (Esc)</source>
        <translation>Fechar e não alterar nada (Esc)</translation>
    </message>
    <message>
        <source>&amp;Only if</source>
        <translation>&amp;Somente se</translation>
    </message>
    <message>
        <source>The execution holds at these places until you go on; agents at work finish.</source>
        <translation>A execução pausa nestes pontos até você continuar; os agentes em trabalho terminam.</translation>
    </message>
    <message>
        <source>After %1, only if…</source>
        <translation>Depois de %1, somente se…</translation>
    </message>
    <message>
        <source>Before %1, only if…</source>
        <translation>Antes de %1, somente se…</translation>
    </message>
    <message>
        <source>After %1</source>
        <translation>Depois de %1</translation>
    </message>
    <message>
        <source>Before %1</source>
        <translation>Antes de %1</translation>
    </message>
</context>
<context>
    <name>renum::ui::BudgetDialog</name>
    <message>
        <source>The budget holds</source>
        <translation>O orçamento está em vigor</translation>
    </message>
    <message>
        <source>Add a budget</source>
        <translation>Adicionar um orçamento</translation>
    </message>
    <message>
        <source>Change a budget</source>
        <translation>Alterar um orçamento</translation>
    </message>
    <message>
        <source>Made from whose it is</source>
        <translation>Automático, conforme de quem ele é</translation>
    </message>
    <message>
        <source>US$ </source>
        <extracomment>in front of an amount of US dollars</extracomment>
        <translation>US$ </translation>
    </message>
    <message>
        <source>Counts where the prices of the models are known</source>
        <translation>Vale quando os preços dos modelos são conhecidos</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sem limite</translation>
    </message>
    <message>
        <source>In and out together; holds for models without a price too</source>
        <translation>Somando entrada e saída; vale também para modelos sem preço</translation>
    </message>
    <message>
        <source>That agents work</source>
        <translation>Tempo de trabalho dos agentes</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Percents of the limit, separated by commas</source>
        <translation>Porcentagens do limite, separadas por vírgulas</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>De quem</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Período</translation>
    </message>
    <message>
        <source>Cost at most</source>
        <translation>Custo máximo</translation>
    </message>
    <message>
        <source>Tokens at most</source>
        <translation>Máximo de tokens</translation>
    </message>
    <message>
        <source>Calls at most</source>
        <translation>Máximo de chamadas</translation>
    </message>
    <message>
        <source>Time at most</source>
        <translation>Tempo máximo</translation>
    </message>
    <message>
        <source>At the limit</source>
        <translation>Ao atingir o limite</translation>
    </message>
    <message>
        <source>Warn at percent</source>
        <translation>Avisar nas porcentagens</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salvar</translation>
    </message>
    <message>
        <source>Days and months are counted in UTC. Whatever limit is met first holds.</source>
        <translation>Dias e meses são contados em UTC. Vale o limite que for atingido primeiro.</translation>
    </message>
    <message>
        <source>Choose whose budget it is.</source>
        <translation>Escolha de quem é o orçamento.</translation>
    </message>
    <message>
        <source>Warnings come at percents from 1 to 100, separated by commas.</source>
        <translation>Os avisos usam porcentagens de 1 a 100, separadas por vírgulas.</translation>
    </message>
    <message>
        <source>Set a limit of cost, tokens, calls or time first</source>
        <translation>Defina primeiro um limite de custo, tokens, chamadas ou tempo</translation>
    </message>
</context>
<context>
    <name>renum::ui::BudgetPanel</name>
    <message>
        <source>Budgets</source>
        <translation>Orçamentos</translation>
    </message>
    <message>
        <source>Add a budget</source>
        <translation>Adicionar um orçamento</translation>
    </message>
    <message>
        <source>Limit what may be spent</source>
        <translation>Limitar o que pode ser gasto</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>The budgets cannot be read. %1</source>
        <translation>Os orçamentos não podem ser lidos. %1</translation>
    </message>
    <message>
        <source>Nothing is limited. A budget stops agents before they spend more than you want: in a run, a day or a month.</source>
        <translation>Nada está limitado. Um orçamento interrompe os agentes antes que gastem mais do que você quer: em uma execução, em um dia ou em um mês.</translation>
    </message>
    <message>
        <source>The budget “%1” was removed.</source>
        <translation>O orçamento “%1” foi removido.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
</context>
<context>
    <name>renum::ui::BudgetRow</name>
    <message>
        <source>%1: %2. %3</source>
        <extracomment>what a bar shows, for screen readers: a budget, how much of it, remarks</extracomment>
        <translation>%1: %2. %3</translation>
    </message>
    <message>
        <source>Change the budget “%1”</source>
        <translation>Alterar o orçamento “%1”</translation>
    </message>
    <message>
        <source>Remove the budget “%1”</source>
        <translation>Remover o orçamento “%1”</translation>
    </message>
</context>
<context>
    <name>renum::ui::BuilderCommands</name>
    <message>
        <source>New team</source>
        <translation>Nova equipe</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Refazer</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salvar</translation>
    </message>
    <message>
        <source>Saves this version of the team (Ctrl+S)</source>
        <translation>Salva esta versão da equipe (Ctrl+S)</translation>
    </message>
    <message>
        <source>Preview plan</source>
        <translation>Ver o plano</translation>
    </message>
    <message>
        <source>Who works when, for how long and for how much (Ctrl+Shift+P)</source>
        <translation>Quem trabalha quando, por quanto tempo e a que custo (Ctrl+Shift+P)</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Executar</translation>
    </message>
    <message>
        <source>Import a team…</source>
        <translation>Importar uma equipe…</translation>
    </message>
    <message>
        <source>Export the team…</source>
        <translation>Exportar a equipe…</translation>
    </message>
    <message>
        <source>Close the team</source>
        <translation>Fechar a equipe</translation>
    </message>
    <message>
        <source>Export as a picture…</source>
        <translation>Exportar como imagem…</translation>
    </message>
    <message>
        <source>Replace missing agents…</source>
        <translation>Substituir agentes ausentes…</translation>
    </message>
    <message>
        <source>Save as a template…</source>
        <translation>Salvar como modelo…</translation>
    </message>
    <message>
        <source>Versions…</source>
        <translation>Versões…</translation>
    </message>
    <message>
        <source>Compare this team with its earlier versions, and bring one back (Ctrl+H)</source>
        <translation>Compara esta equipe com suas versões anteriores e permite trazer uma de volta (Ctrl+H)</translation>
    </message>
</context>
<context>
    <name>renum::ui::BuilderHeader</name>
    <message>
        <source>Not saved yet</source>
        <translation>Ainda não foi salva</translation>
    </message>
    <message>
        <source>v%1 · changed</source>
        <translation>v%1 · alterada</translation>
    </message>
    <message>
        <source>v%1 · saved</source>
        <translation>v%1 · salva</translation>
    </message>
    <message>
        <source>More to do with this team</source>
        <translation>Mais ações para esta equipe</translation>
    </message>
    <message>
        <source>Your changes are kept here until you save them</source>
        <translation>Suas alterações ficam guardadas aqui até você salvá-las</translation>
    </message>
    <message>
        <source>What you see is what runs</source>
        <translation>O que você vê é o que é executado</translation>
    </message>
</context>
<context>
    <name>renum::ui::BuilderPage</name>
    <message>
        <source>Saved to %1.</source>
        <translation>Salvo em %1.</translation>
    </message>
    <message>
        <source>Builder</source>
        <translation>Construtor</translation>
    </message>
    <message>
        <source>New team</source>
        <translation>Nova equipe</translation>
    </message>
    <message>
        <source>Changes before the restart</source>
        <translation>Alterações de antes do reinício</translation>
    </message>
    <message>
        <source>Your changes to “%1” are back. They are not saved yet.</source>
        <translation>Suas alterações em “%1” estão de volta. Elas ainda não foram salvas.</translation>
    </message>
    <message>
        <source>Change to “%1”</source>
        <extracomment>A step of the history; the argument is a strategy, for example Parallel</extracomment>
        <translation>Mudar para “%1”</translation>
    </message>
    <message>
        <source>“%1” was deleted meanwhile.</source>
        <translation>“%1” foi excluída nesse meio-tempo.</translation>
    </message>
    <message>
        <source>Save as a new team</source>
        <translation>Salvar como nova equipe</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Close the team</source>
        <translation>Fechar a equipe</translation>
    </message>
    <message>
        <source>Save the changes to “%1”?</source>
        <translation>Salvar as alterações em “%1”?</translation>
    </message>
    <message>
        <source>Without saving, they are lost.</source>
        <translation>Se você não salvar, elas serão perdidas.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salvar</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <extracomment>What is undone, for example: Undo: Move</extracomment>
        <translation>Desfazer: %1</translation>
    </message>
    <message>
        <source>There is nothing to undo</source>
        <translation>Não há nada para desfazer</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>Refazer: %1</translation>
    </message>
    <message>
        <source>There is nothing to redo</source>
        <translation>Não há nada para refazer</translation>
    </message>
    <message>
        <source>Saves and runs this team (Ctrl+R)</source>
        <translation>Salva e executa esta equipe (Ctrl+R)</translation>
    </message>
    <message>
        <source>The team has problems. Mend them first.</source>
        <translation>A equipe tem problemas. Corrija-os primeiro.</translation>
    </message>
    <message>
        <source>What you have changed in the JSON below is not part of the team yet, and is not saved with it.</source>
        <translation>O que você mudou no JSON abaixo ainda não faz parte da equipe e não será salvo com ela.</translation>
    </message>
    <message numerus="yes">
        <source>The connected services do not have %n agent(s) of this team.</source>
        <translation>
            <numerusform>Os serviços conectados não têm %n agente desta equipe.</numerusform>
            <numerusform>Os serviços conectados não têm %n agentes desta equipe.</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Substituir…</translation>
    </message>
    <message>
        <source>Version %1 is in the editor. Save to keep it.</source>
        <translation>A versão %1 está no editor. Salve para mantê-la.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
    <message numerus="yes">
        <source>%1 There are %n more remark(s).</source>
        <extracomment>what is wrong in a file; more that is wrong</extracomment>
        <translation>
            <numerusform>%1 Há mais %n observação.</numerusform>
            <numerusform>%1 Há mais %n observações.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1.
%2</source>
        <extracomment>what a button does, then what a run will cost; lines of a tool tip</extracomment>
        <translation>%1.
%2</translation>
    </message>
</context>
<context>
    <name>renum::ui::BuilderSection</name>
    <message>
        <source>The mouse wheel</source>
        <translation>A roda do mouse</translation>
    </message>
    <message>
        <source>moves the canvas</source>
        <translation>move a tela</translation>
    </message>
    <message>
        <source>zooms</source>
        <translation>aproxima e afasta</translation>
    </message>
    <message>
        <source>With Ctrl it does the other one</source>
        <translation>Com Ctrl, faz o contrário</translation>
    </message>
    <message>
        <source>Cards snap to the grid and to each other</source>
        <translation>Os cartões se alinham à grade e uns aos outros</translation>
    </message>
    <message>
        <source>With Alt it is the other way round</source>
        <translation>Com Alt, é o contrário</translation>
    </message>
    <message>
        <source>Tab adds a member to the chosen one</source>
        <translation>Tab adiciona um membro ao escolhido</translation>
    </message>
    <message>
        <source>Otherwise Tab leaves the canvas</source>
        <translation>Caso contrário, Tab sai da tela</translation>
    </message>
    <message>
        <source>Single letters are commands, such as T for Tidy</source>
        <translation>Letras sozinhas são comandos, como T para Organizar</translation>
    </message>
    <message>
        <source>Switch this off when letters reach the canvas by accident</source>
        <translation>Desative se letras chegarem à tela por engano</translation>
    </message>
</context>
<context>
    <name>renum::ui::CanvasOverlay</name>
    <message>
        <source>Drag an agent here, or press %1 to search for one. Draw wires from the dot at its right to say who gets its result.</source>
        <translation>Arraste um agente para cá ou pressione %1 para procurar um. Trace conexões a partir do ponto à direita dele para dizer quem recebe o seu resultado.</translation>
    </message>
</context>
<context>
    <name>renum::ui::CapDialog</name>
    <message>
        <source>&amp;Money</source>
        <translation>&amp;Custo</translation>
    </message>
    <message>
        <source>&amp;Tokens</source>
        <translation>&amp;Tokens</translation>
    </message>
    <message>
        <source>C&amp;alls of models</source>
        <translation>C&amp;hamadas a modelos</translation>
    </message>
    <message>
        <source>Spending limit</source>
        <translation>Limite de gastos</translation>
    </message>
    <message>
        <source>US$ </source>
        <translation>US$ </translation>
    </message>
    <message>
        <source>Most that it may cost, in US dollars</source>
        <translation>Custo máximo, em dólares americanos</translation>
    </message>
    <message>
        <source>Most tokens, in and out together</source>
        <translation>Máximo de tokens, somando entrada e saída</translation>
    </message>
    <message>
        <source>Most calls of models</source>
        <translation>Máximo de chamadas a modelos</translation>
    </message>
    <message>
        <source>Pause and ask me</source>
        <translation>Pausar e me perguntar</translation>
    </message>
    <message>
        <source>Stop the team</source>
        <translation>Parar a equipe</translation>
    </message>
    <message>
        <source>Only tell me</source>
        <translation>Só me avisar</translation>
    </message>
    <message>
        <source>What happens at the limit</source>
        <translation>O que acontece no limite</translation>
    </message>
    <message>
        <source>Agents that work then finish; a limit of tokens or money is passed by what they still use at most</source>
        <translation>Os agentes que estiverem trabalhando terminam; um limite de tokens ou de custo é ultrapassado, no máximo, pelo que eles ainda consumirem</translation>
    </message>
    <message>
        <source>&amp;Set limit</source>
        <translation>&amp;Definir limite</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Close this and change nothing (Esc)</source>
        <translation>Fechar e não alterar nada (Esc)</translation>
    </message>
    <message>
        <source>What this execution may spend in all. It never begins a call that goes over a limit of calls.</source>
        <translation>O que esta execução pode gastar no total. Ela nunca inicia uma chamada que ultrapasse um limite de chamadas.</translation>
    </message>
    <message>
        <source>At the &amp;limit</source>
        <translation>Ao atingir o &amp;limite</translation>
    </message>
    <message>
        <source>More than that has been spent already.</source>
        <translation>Já foi gasto mais do que isso.</translation>
    </message>
    <message>
        <source>It counts at once; an execution that holds at its limit goes on</source>
        <translation>Vale imediatamente; uma execução em pausa no limite continua</translation>
    </message>
    <message>
        <source>No limit any more</source>
        <translation>Sem limite a partir de agora</translation>
    </message>
</context>
<context>
    <name>renum::ui::ChartPanel</name>
    <message>
        <source>Whole period</source>
        <translation>Todo o período</translation>
    </message>
    <message>
        <source>Show the whole period again (Escape)</source>
        <translation>Mostrar todo o período de novo (Esc)</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabela</translation>
    </message>
    <message>
        <source>Show the chart as a table</source>
        <translation>Mostrar o gráfico como tabela</translation>
    </message>
    <message>
        <source>Cost over time</source>
        <translation>Custo ao longo do tempo</translation>
    </message>
    <message>
        <source>Drag over bars to look at these days only. Keys: arrows to move, Shift with arrows to mark, Return to look at them, Escape to see all.</source>
        <translation>Arraste sobre as barras para ver só esses dias. Teclas: setas para mover, Shift com setas para marcar, Enter para ver os dias marcados, Esc para ver tudo.</translation>
    </message>
    <message>
        <source>Cost a day, by %1</source>
        <extracomment>agent, model, team or strategy</extracomment>
        <translation>Custo por dia, por %1</translation>
    </message>
    <message>
        <source>Cost a week, by %1</source>
        <translation>Custo por semana, por %1</translation>
    </message>
    <message>
        <source>Cost a month, by %1</source>
        <translation>Custo por mês, por %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>a group, what it cost</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1. Click to see this alone.</source>
        <translation>%1. Clique para ver só isto.</translation>
    </message>
</context>
<context>
    <name>renum::ui::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Comandos</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>O que você quer fazer?</translation>
    </message>
</context>
<context>
    <name>renum::ui::ComparePicker</name>
    <message>
        <source>Compare with…</source>
        <translation>Comparar com…</translation>
    </message>
    <message>
        <source>Reading the runs of this team…</source>
        <translation>Lendo as execuções desta equipe…</translation>
    </message>
    <message>
        <source>Other runs of this team, newest first</source>
        <translation>Outras execuções desta equipe, da mais nova para a mais antiga</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Comparar</translation>
    </message>
    <message>
        <source>Show both runs side by side</source>
        <translation>Mostrar as duas execuções lado a lado</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Close this (Esc)</source>
        <translation>Fechar (Esc)</translation>
    </message>
    <message>
        <source>With which run shall it be compared?</source>
        <translation>Com qual execução comparar?</translation>
    </message>
    <message>
        <source>This team has no other run yet. Run it again, or fork this run, to compare.</source>
        <translation>Esta equipe ainda não tem outra execução. Execute-a de novo ou bifurque esta execução para comparar.</translation>
    </message>
</context>
<context>
    <name>renum::ui::CompareView</name>
    <message>
        <source>Reading the two runs…</source>
        <translation>Lendo as duas execuções…</translation>
    </message>
    <message>
        <source>Time %1 · Tokens %2 · Money %3</source>
        <extracomment>time, tokens and money of the first and of the second run</extracomment>
        <translation>Tempo %1 · Tokens %2 · Custo %3</translation>
    </message>
    <message>
        <source>First run</source>
        <translation>Primeira execução</translation>
    </message>
    <message>
        <source>Fork</source>
        <translation>Bifurcação</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Nova tentativa</translation>
    </message>
    <message>
        <source>%1 (compared, first)</source>
        <extracomment>a run of a tree</extracomment>
        <translation>%1 (comparada, primeira)</translation>
    </message>
    <message>
        <source>%1 (compared, second)</source>
        <extracomment>a run of a tree</extracomment>
        <translation>%1 (comparada, segunda)</translation>
    </message>
    <message>
        <source>Compare two runs</source>
        <translation>Comparar duas execuções</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Etapas</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Pedido</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Configurações</translation>
    </message>
    <message>
        <source>Retries and forks</source>
        <translation>Novas tentativas e bifurcações</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Saída</translation>
    </message>
    <message>
        <source>Prompt of the step</source>
        <translation>Pedido da etapa</translation>
    </message>
    <message>
        <source>Steps of both runs</source>
        <translation>Etapas das duas execuções</translation>
    </message>
    <message>
        <source>Output of the step, word by word</source>
        <translation>Saída da etapa, palavra por palavra</translation>
    </message>
    <message>
        <source>Prompt of the step, word by word</source>
        <translation>Pedido da etapa, palavra por palavra</translation>
    </message>
    <message>
        <source>Prompt of the run, word by word</source>
        <translation>Pedido da execução, palavra por palavra</translation>
    </message>
    <message>
        <source>Result, word by word</source>
        <translation>Resultado, palavra por palavra</translation>
    </message>
    <message>
        <source>Runs that came out of each other</source>
        <translation>Execuções derivadas umas das outras</translation>
    </message>
    <message>
        <source>Enter opens the run</source>
        <translation>Enter abre a execução</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Execução</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Data e hora</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
</context>
<context>
    <name>renum::ui::ComparisonGraph</name>
    <message>
        <source>Picture of the differences</source>
        <translation>Imagem das diferenças</translation>
    </message>
</context>
<context>
    <name>renum::ui::ComparisonPanel</name>
    <message>
        <source>Differences</source>
        <translation>Diferenças</translation>
    </message>
    <message>
        <source>Differences word by word</source>
        <translation>Diferenças palavra por palavra</translation>
    </message>
    <message>
        <source>What</source>
        <translation>O quê</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Depois</translation>
    </message>
    <message>
        <source>Choose a difference to see it word by word.</source>
        <translation>Escolha uma diferença para vê-la palavra por palavra.</translation>
    </message>
</context>
<context>
    <name>renum::ui::ConditionEditor</name>
    <message>
        <source>This can never hold: the conditions on %1 exclude each other.</source>
        <translation>Isto nunca pode ser atendido: as condições que testam %1 se excluem.</translation>
    </message>
    <message>
        <source>✓ %1</source>
        <extracomment>In front of the verdict on conditions, which is %1</extracomment>
        <translation>✓ %1</translation>
    </message>
    <message>
        <source>✗ %1</source>
        <translation>✗ %1</translation>
    </message>
</context>
<context>
    <name>renum::ui::ConditionGroup</name>
    <message>
        <source>✓ This group holds.</source>
        <translation>✓ Este grupo é atendido.</translation>
    </message>
    <message>
        <source>✗ This group does not hold.</source>
        <translation>✗ Este grupo não é atendido.</translation>
    </message>
    <message>
        <source>How many must hold</source>
        <translation>Quantas devem ser atendidas</translation>
    </message>
    <message>
        <source>Add condition</source>
        <translation>Adicionar condição</translation>
    </message>
    <message>
        <source>Add group</source>
        <translation>Adicionar grupo</translation>
    </message>
    <message>
        <source>Conditions of which, for example, only one must hold</source>
        <translation>Condições das quais, por exemplo, só uma precisa ser atendida</translation>
    </message>
</context>
<context>
    <name>renum::ui::ConditionRow</name>
    <message>
        <source>Yes</source>
        <translation>Sim</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Não</translation>
    </message>
    <message>
        <source>Choose what to test</source>
        <translation>Escolha o que testar</translation>
    </message>
    <message>
        <source>What is tested</source>
        <translation>O que é testado</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Comparação</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Kind of value</source>
        <translation>Tipo de valor</translation>
    </message>
    <message>
        <source>Any case</source>
        <translation>Ignorar maiúsculas</translation>
    </message>
    <message>
        <source>Upper and lower case are the same</source>
        <translation>Maiúsculas e minúsculas são tratadas como iguais</translation>
    </message>
    <message>
        <source>✓ %1</source>
        <extracomment>Beside a test that holds with the data it is tried with; %1 says what was found</extracomment>
        <translation>✓ %1</translation>
    </message>
    <message>
        <source>✗ %1</source>
        <translation>✗ %1</translation>
    </message>
    <message>
        <source>Enter a number, or a date such as 2026-03-31.</source>
        <translation>Informe um número ou uma data como 2026-03-31.</translation>
    </message>
    <message>
        <source>Enter a number.</source>
        <translation>Informe um número.</translation>
    </message>
    <message>
        <source>This is no valid JSON yet.</source>
        <translation>Isto ainda não é JSON válido.</translation>
    </message>
</context>
<context>
    <name>renum::ui::ConditionView</name>
    <message>
        <source>Move up</source>
        <translation>Mover para cima</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Mover para baixo</translation>
    </message>
    <message>
        <source>Put into a group</source>
        <translation>Colocar em um grupo</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
    <message>
        <source>Move, group or remove</source>
        <translation>Mover, agrupar ou remover</translation>
    </message>
</context>
<context>
    <name>renum::ui::ConflictDialog</name>
    <message>
        <source>The team was changed meanwhile</source>
        <translation>A equipe foi alterada nesse meio-tempo</translation>
    </message>
    <message>
        <source>Version %1 was stored on %2. Your changes and those are joined; where both changed the same, choose.</source>
        <translation>A versão %1 foi guardada em %2. As suas alterações e as dela serão juntadas; onde ambas mudaram a mesma coisa, escolha.</translation>
    </message>
    <message>
        <source>Nothing was changed by both. Everything can be kept.</source>
        <translation>Nada foi alterado pelos dois lados. Tudo pode ser mantido.</translation>
    </message>
    <message>
        <source>In the team or not</source>
        <translation>Na equipe ou não</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A member of the team, and the field that was changed</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>removido</translation>
    </message>
    <message>
        <source>kept, with its changes</source>
        <translation>mantido, com suas alterações</translation>
    </message>
    <message>
        <source>Mine: %1</source>
        <translation>Minha versão: %1</translation>
    </message>
    <message>
        <source>Stored: %1</source>
        <translation>Versão guardada: %1</translation>
    </message>
    <message>
        <source>Changed in the stored version</source>
        <translation>Alterado na versão guardada</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Continuar editando</translation>
    </message>
    <message>
        <source>Join and save</source>
        <translation>Juntar e salvar</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Equipe</translation>
    </message>
</context>
<context>
    <name>renum::ui::ConnectList</name>
    <message>
        <source>Wires of %1</source>
        <translation>Conexões de %1</translation>
    </message>
    <message>
        <source>Connect %1 to…</source>
        <translation>Conectar %1 a…</translation>
    </message>
    <message>
        <source>Type to filter, choose with the arrow keys, Enter connects or removes.</source>
        <translation>Digite para filtrar, escolha com as setas, Enter conecta ou remove.</translation>
    </message>
    <message>
        <source>Remove the wire from %1 to %2</source>
        <translation>Remover a conexão de %1 para %2</translation>
    </message>
    <message>
        <source>Nothing fits.</source>
        <translation>Nada corresponde.</translation>
    </message>
</context>
<context>
    <name>renum::ui::ConnectionChip</name>
    <message>
        <source>Where work runs: %1</source>
        <translation>Onde o trabalho é executado: %1</translation>
    </message>
</context>
<context>
    <name>renum::ui::ConnectionForm</name>
    <message>
        <source>Demo on this computer</source>
        <translation>Demonstração neste computador</translation>
    </message>
    <message>
        <source>A Suna server</source>
        <translation>Um servidor Suna</translation>
    </message>
    <message>
        <source>Simulated agents: no account, no network, no cost.</source>
        <translation>Agentes simulados: sem conta, sem rede, sem custo.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Endereço</translation>
    </message>
    <message>
        <source>Sign in with</source>
        <translation>Entrar com</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Token de acesso</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>Chave de API</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Chave</translation>
    </message>
    <message>
        <source>Leave empty to keep the one that is stored</source>
        <translation>Deixe vazio para manter o que está guardado</translation>
    </message>
    <message>
        <source>Kept in the system&apos;s keychain, never in a file of Renum</source>
        <translation>Guardado no chaveiro do sistema, nunca em um arquivo do Renum</translation>
    </message>
    <message>
        <source>Save and test connection</source>
        <translation>Salvar e testar a conexão</translation>
    </message>
    <message>
        <source>Use for this session only</source>
        <translation>Usar somente nesta sessão</translation>
    </message>
    <message>
        <source>Test without saving</source>
        <translation>Testar sem salvar</translation>
    </message>
</context>
<context>
    <name>renum::ui::ContextActions</name>
    <message>
        <source>“%1” was set</source>
        <translation>“%1” foi definido</translation>
    </message>
    <message>
        <source>“%1” was deleted</source>
        <translation>“%1” foi excluído</translation>
    </message>
    <message>
        <source>Restore the context?</source>
        <translation>Restaurar o contexto?</translation>
    </message>
    <message>
        <source>Bring back version %1 of the context? It becomes a new version: agents that start from now on work with it, and nothing of the history is lost.</source>
        <translation>Trazer de volta a versão %1 do contexto? Ela se torna uma nova versão: os agentes que começarem a partir de agora trabalharão com ela, e nada do histórico se perde.</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Restaurar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Version %1 of the context was restored</source>
        <translation>A versão %1 do contexto foi restaurada</translation>
    </message>
</context>
<context>
    <name>renum::ui::ContextChangesView</name>
    <message>
        <source>This agent has changed nothing of what the team shares.</source>
        <translation>Este agente não alterou nada do que a equipe compartilha.</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Depois</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quando</translation>
    </message>
    <message>
        <source>What the agent changed of what the team shares</source>
        <translation>O que o agente alterou do que a equipe compartilha</translation>
    </message>
    <message>
        <source>%1 (memory)</source>
        <translation>%1 (memória)</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(nenhum)</translation>
    </message>
    <message>
        <source>(deleted)</source>
        <translation>(excluído)</translation>
    </message>
    <message>
        <source>Choose a value to see what is not the same</source>
        <translation>Escolha um valor para ver o que é diferente</translation>
    </message>
    <message>
        <source>The chosen value, before and after</source>
        <translation>O valor escolhido, antes e depois</translation>
    </message>
</context>
<context>
    <name>renum::ui::ContextKeyDialog</name>
    <message>
        <source>Change “%1”</source>
        <translation>Alterar “%1”</translation>
    </message>
    <message>
        <source>Add a key</source>
        <translation>Adicionar uma chave</translation>
    </message>
    <message>
        <source>Shared memory</source>
        <translation>Memória compartilhada</translation>
    </message>
    <message>
        <source>Context object</source>
        <translation>Objeto de contexto</translation>
    </message>
    <message>
        <source>What agents remember for each other, or the object that is handed on</source>
        <translation>O que os agentes guardam uns para os outros ou o objeto que é passado adiante</translation>
    </message>
    <message>
        <source>1 to 128 letters, digits, dots, dashes or underscores</source>
        <translation>De 1 a 128 letras, dígitos, pontos, hífens ou sublinhados</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>True or false</source>
        <translation>Verdadeiro ou falso</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>How the value is read</source>
        <translation>Como o valor é lido</translation>
    </message>
    <message>
        <source>What agents get when they read the key</source>
        <translation>O que os agentes recebem quando leem a chave</translation>
    </message>
    <message>
        <source>&amp;Where</source>
        <translation>&amp;Onde</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>&amp;Chave</translation>
    </message>
    <message>
        <source>K&amp;ind</source>
        <translation>T&amp;ipo</translation>
    </message>
    <message>
        <source>&amp;Value</source>
        <translation>&amp;Valor</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Salvar</translation>
    </message>
    <message>
        <source>Agents that read the key from now on get this value</source>
        <translation>Os agentes que lerem a chave a partir de agora receberão este valor</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Close this and change nothing (Esc)</source>
        <translation>Fechar e não alterar nada (Esc)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Excluir</translation>
    </message>
    <message>
        <source>Take the key away; its history stays, and it can be restored</source>
        <translation>Remove a chave; o histórico dela permanece, e ela pode ser restaurada</translation>
    </message>
    <message>
        <source>Write a number, for example 0.23.</source>
        <translation>Escreva um número, por exemplo 0.23.</translation>
    </message>
    <message>
        <source>Write true or false.</source>
        <translation>Escreva true ou false.</translation>
    </message>
    <message>
        <source>Edit what the team shares</source>
        <translation>Editar o que a equipe compartilha</translation>
    </message>
    <message>
        <source>One that is there, or a new one</source>
        <translation>Uma existente ou uma nova</translation>
    </message>
</context>
<context>
    <name>renum::ui::ContextPanel</name>
    <message>
        <source>Latest version (%1)</source>
        <translation>Versão mais recente (%1)</translation>
    </message>
    <message>
        <source>Do not compare</source>
        <translation>Não comparar</translation>
    </message>
    <message>
        <source>Write a new key that agents can read</source>
        <translation>Gravar uma nova chave que os agentes podem ler</translation>
    </message>
    <message>
        <source>Only the context of an execution that runs can be changed</source>
        <translation>Só o contexto de uma execução em andamento pode ser alterado</translation>
    </message>
    <message>
        <source>This key belongs to the execution itself</source>
        <translation>Esta chave pertence à própria execução</translation>
    </message>
    <message>
        <source>Change or delete this key</source>
        <translation>Alterar ou excluir esta chave</translation>
    </message>
    <message>
        <source>Make the version that is shown the latest one again</source>
        <translation>Tornar a versão mostrada de novo a mais recente</translation>
    </message>
    <message>
        <source>An earlier version can be restored while the execution is paused and no agent works</source>
        <translation>Uma versão anterior pode ser restaurada enquanto a execução está pausada e nenhum agente trabalha</translation>
    </message>
    <message>
        <source>Version that is shown</source>
        <translation>Versão mostrada</translation>
    </message>
    <message>
        <source>The version of the context that is shown</source>
        <translation>A versão do contexto que está sendo mostrada</translation>
    </message>
    <message>
        <source>Version to compare with</source>
        <translation>Versão para comparar</translation>
    </message>
    <message>
        <source>Show what is different from this version</source>
        <translation>Mostrar o que há de diferente em relação a esta versão</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Restaurar…</translation>
    </message>
    <message>
        <source>Add key…</source>
        <translation>Adicionar chave…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Editar…</translation>
    </message>
    <message>
        <source>Shared context</source>
        <translation>Contexto compartilhado</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Versions of this key, newest first</source>
        <translation>Versões desta chave, da mais nova para a mais antiga</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Histórico</translation>
    </message>
    <message>
        <source>Nothing is shared yet. What agents find out, and what they remember for each other, is shown here as soon as the execution is planned.</source>
        <translation>Nada é compartilhado ainda. O que os agentes descobrem e o que guardam uns para os outros aparece aqui assim que a execução é planejada.</translation>
    </message>
</context>
<context>
    <name>renum::ui::ContextTreeModel</name>
    <message>
        <source>Context object</source>
        <translation>Objeto de contexto</translation>
    </message>
    <message>
        <source>Shared memory</source>
        <translation>Memória compartilhada</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>key, value</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Chave</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>Gravado por</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versão</translation>
    </message>
</context>
<context>
    <name>renum::ui::ConversionDialog</name>
    <message>
        <source>Change to “%1”</source>
        <extracomment>The argument is a strategy, for example Parallel</extracomment>
        <translation>Mudar para “%1”</translation>
    </message>
    <message>
        <source>What is lost</source>
        <translation>O que se perde</translation>
    </message>
    <message>
        <source>What each one will get</source>
        <translation>O que cada um receberá</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A member of the team, and what it gets to see</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Keep as it is</source>
        <translation>Manter como está</translation>
    </message>
    <message>
        <source>It can be undone</source>
        <translation>Isto pode ser desfeito</translation>
    </message>
</context>
<context>
    <name>renum::ui::CostChart</name>
    <message>
        <source>%1, %2: %3</source>
        <extracomment>who, when, how much</extracomment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>a day, how much</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>renum::ui::CostTile</name>
    <message>
        <source>%1: %2. %3</source>
        <extracomment>what, how much, and a remark: for screen readers</extracomment>
        <translation>%1: %2. %3</translation>
    </message>
</context>
<context>
    <name>renum::ui::CostsPage</name>
    <message>
        <source>Show the costs of today</source>
        <translation>Mostrar os custos de hoje</translation>
    </message>
    <message>
        <source>Show the costs of the last seven days</source>
        <translation>Mostrar os custos dos últimos sete dias</translation>
    </message>
    <message>
        <source>Show the costs of the last thirty days</source>
        <translation>Mostrar os custos dos últimos trinta dias</translation>
    </message>
    <message>
        <source>Export the listed calls</source>
        <translation>Exportar as chamadas listadas</translation>
    </message>
    <message>
        <source>Add a budget</source>
        <translation>Adicionar um orçamento</translation>
    </message>
    <message>
        <source>Spending</source>
        <translation>Gastos</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preços</translation>
    </message>
    <message>
        <source>Parts of the costs</source>
        <translation>Seções dos custos</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>Custos</translation>
    </message>
</context>
<context>
    <name>renum::ui::DecorEditor</name>
    <message>
        <source>Text of the note</source>
        <translation>Texto da nota</translation>
    </message>
    <message>
        <source>Title of the frame</source>
        <translation>Título da moldura</translation>
    </message>
    <message>
        <source>Write note</source>
        <translation>Escrever nota</translation>
    </message>
    <message>
        <source>Name frame</source>
        <translation>Nomear moldura</translation>
    </message>
</context>
<context>
    <name>renum::ui::DiagramView</name>
    <message>
        <source>Messages as a diagram</source>
        <translation>Mensagens em diagrama</translation>
    </message>
</context>
<context>
    <name>renum::ui::DifferenceModel</name>
    <message>
        <source>%1 added: %2</source>
        <extracomment>key, value</extracomment>
        <translation>%1 adicionado: %2</translation>
    </message>
    <message>
        <source>%1 removed: %2</source>
        <extracomment>key, value</extracomment>
        <translation>%1 removido: %2</translation>
    </message>
    <message>
        <source>%1 changed from %2 to %3</source>
        <extracomment>key, value, value</extracomment>
        <translation>%1 alterado de %2 para %3</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Chave</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Depois</translation>
    </message>
</context>
<context>
    <name>renum::ui::DocumentView</name>
    <message>
        <source>Ra&amp;w</source>
        <translation>Te&amp;xto puro</translation>
    </message>
    <message>
        <source>Show the text as the agent wrote it</source>
        <translation>Mostra o texto como o agente o escreveu</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>Copy the whole text</source>
        <translation>Copiar o texto inteiro</translation>
    </message>
    <message>
        <source>Sa&amp;ve…</source>
        <translation>Sal&amp;var…</translation>
    </message>
    <message>
        <source>Save the whole text to a file</source>
        <translation>Salvar o texto inteiro em um arquivo</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copiado.</translation>
    </message>
    <message>
        <source>Save the text</source>
        <translation>Salvar o texto</translation>
    </message>
    <message>
        <source>Markdown (*.md);;Text (*.txt);;All files (*)</source>
        <translation>Markdown (*.md);;Texto (*.txt);;Todos os arquivos (*)</translation>
    </message>
    <message>
        <source>Saved to %1.</source>
        <extracomment>%1 is a path</extracomment>
        <translation>Salvo em %1.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. Choose another place.</source>
        <extracomment>path, what the system says</extracomment>
        <translation>Não foi possível gravar %1: %2. Escolha outro lugar.</translation>
    </message>
</context>
<context>
    <name>renum::ui::EndpointDialog</name>
    <message>
        <source>Forget the stored key</source>
        <translation>Esquecer a chave guardada</translation>
    </message>
    <message>
        <source>Add a model endpoint</source>
        <translation>Adicionar um endpoint de modelos</translation>
    </message>
    <message>
        <source>Edit a model endpoint</source>
        <translation>Editar um endpoint de modelos</translation>
    </message>
    <message>
        <source>Empty: the only one there is</source>
        <translation>Vazio: o único que houver</translation>
    </message>
    <message>
        <source>Kept in the system&apos;s keychain, never in a file of Renum</source>
        <translation>Guardada no chaveiro do sistema, nunca em um arquivo do Renum</translation>
    </message>
    <message>
        <source>Any server that speaks as OpenAI does: llama.cpp, Ollama, vLLM, LM Studio, LiteLLM, OpenAI, OpenRouter and others.</source>
        <translation>Qualquer servidor que fale como a OpenAI: llama.cpp, Ollama, vLLM, LM Studio, LiteLLM, OpenAI, OpenRouter e outros.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Endereço</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>Chave de API</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Testar a conexão</translation>
    </message>
    <message>
        <source>Use the key for this session only</source>
        <translation>Usar a chave só nesta sessão</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salvar</translation>
    </message>
    <message>
        <source>Leave empty to keep the one that is stored</source>
        <translation>Deixe vazio para manter a que está guardada</translation>
    </message>
    <message>
        <source>Empty: none is sent</source>
        <translation>Vazio: nenhuma é enviada</translation>
    </message>
    <message>
        <source>The address is another server&apos;s: the stored key is not sent there and will be forgotten.</source>
        <translation>O endereço é de outro servidor: a chave guardada não é enviada para lá e será esquecida.</translation>
    </message>
</context>
<context>
    <name>renum::ui::EndpointsSection</name>
    <message>
        <source>key in the keychain</source>
        <translation>chave no chaveiro</translation>
    </message>
    <message>
        <source>There are no model endpoints yet.</source>
        <translation>Ainda não há endpoints de modelos.</translation>
    </message>
    <message>
        <source>Remove model endpoint</source>
        <translation>Remover endpoint de modelos</translation>
    </message>
    <message>
        <source>Remove the model endpoint “%1”?</source>
        <translation>Remover o endpoint de modelos “%1”?</translation>
    </message>
    <message>
        <source>Its key is deleted from the keychain. Executions that run go on.</source>
        <translation>A chave dele é apagada do chaveiro. As execuções em andamento continuam.</translation>
    </message>
    <message>
        <source>Executions that run go on.</source>
        <translation>As execuções em andamento continuam.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>“%1” was removed.</source>
        <translation>“%1” foi removido.</translation>
    </message>
    <message>
        <source>Agents can also run at servers that speak as OpenAI does, on this computer or elsewhere, with no Suna at all. Their models are agents themselves.</source>
        <translation>Agentes também podem executar em servidores que falam como a OpenAI, neste computador ou em outro lugar, sem nenhum Suna. Os modelos deles são, eles mesmos, agentes.</translation>
    </message>
    <message>
        <source>Add an endpoint…</source>
        <translation>Adicionar endpoint…</translation>
    </message>
</context>
<context>
    <name>renum::ui::EntryList</name>
    <message>
        <source>Edit…</source>
        <translation>Editar…</translation>
    </message>
    <message>
        <source>Edit “%1”</source>
        <translation>Editar “%1”</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>Remover “%1”</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
</context>
<context>
    <name>renum::ui::ErrorCard</name>
    <message>
        <source>low</source>
        <translation>baixa</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>média</translation>
    </message>
    <message>
        <source>high</source>
        <translation>alta</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>crítica</translation>
    </message>
    <message>
        <source>The whole team</source>
        <translation>A equipe inteira</translation>
    </message>
    <message>
        <source>%1, attempt %2</source>
        <extracomment>agent, number of the attempt</extracomment>
        <translation>%1, tentativa %2</translation>
    </message>
    <message>
        <source>%1 · resolved</source>
        <extracomment>a time; the failure is no longer one</extracomment>
        <translation>%1 · resolvida</translation>
    </message>
    <message>
        <source>%1 · dismissed</source>
        <extracomment>a time; somebody put the failure away</extracomment>
        <translation>%1 · dispensada</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>A new run that keeps what was finished</source>
        <translation>Uma nova execução que mantém o que terminou</translation>
    </message>
    <message>
        <source>Run from here…</source>
        <translation>Executar a partir daqui…</translation>
    </message>
    <message>
        <source>A new run that begins with this step, with another input if you like</source>
        <translation>Uma nova execução que começa por esta etapa, com outra entrada se você quiser</translation>
    </message>
    <message>
        <source>Show step</source>
        <translation>Mostrar etapa</translation>
    </message>
    <message>
        <source>Show the step that failed</source>
        <translation>Mostrar a etapa que falhou</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalhes</translation>
    </message>
    <message>
        <source>What somebody who helps you wants to know</source>
        <translation>O que precisa saber quem for ajudar você</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Trazer de volta</translation>
    </message>
    <message>
        <source>List this failure again</source>
        <translation>Listar esta falha de novo</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Dispensar</translation>
    </message>
    <message>
        <source>Put this failure away; it can be brought back</source>
        <translation>Tirar esta falha da lista; ela pode ser trazida de volta</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>Detalhes técnicos</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the technical details</source>
        <translation>Copiar os detalhes técnicos</translation>
    </message>
</context>
<context>
    <name>renum::ui::ErrorPanel</name>
    <message>
        <source>All failures</source>
        <translation>Todas as falhas</translation>
    </message>
    <message>
        <source>Only %1 ones</source>
        <translation>Só gravidade %1</translation>
    </message>
    <message>
        <source>At least %1</source>
        <translation>Gravidade %1 ou maior</translation>
    </message>
    <message>
        <source>How bad a failure has to be to be listed</source>
        <translation>A gravidade que uma falha precisa ter para ser listada</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>Dispensadas</translation>
    </message>
    <message>
        <source>List failures that were dismissed, too</source>
        <translation>Listar também as falhas dispensadas</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Mostrar mais</translation>
    </message>
    <message>
        <source>Reading the failures…</source>
        <translation>Lendo as falhas…</translation>
    </message>
    <message>
        <source>Nothing has failed.</source>
        <translation>Nada falhou.</translation>
    </message>
    <message>
        <source>No failure fits the filter. Others were dismissed or are milder.</source>
        <translation>Nenhuma falha corresponde ao filtro. Outras foram dispensadas ou são menos graves.</translation>
    </message>
</context>
<context>
    <name>renum::ui::ExecutionFilters</name>
    <message>
        <source>Prompt, team or id</source>
        <translation>Pedido, equipe ou ID</translation>
    </message>
    <message>
        <source>Part of the prompt, the team&apos;s name or the id</source>
        <translation>Parte do pedido, do nome da equipe ou do ID</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>Choose team, status, time and cost</source>
        <translation>Escolher equipe, estado, período e custo</translation>
    </message>
    <message>
        <source>Any team</source>
        <translation>Qualquer equipe</translation>
    </message>
    <message>
        <source>Any status</source>
        <translation>Qualquer estado</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Qualquer período</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Última hora</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoje</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Últimos 7 dias</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Últimos 30 dias</translation>
    </message>
    <message>
        <source>any</source>
        <translation>qualquer</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Equipe</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Início</translation>
    </message>
    <message>
        <source>Cost from</source>
        <translation>Custo a partir de</translation>
    </message>
    <message>
        <source>Cost up to</source>
        <translation>Custo até</translation>
    </message>
    <message>
        <source>Executions of unknown cost are left out</source>
        <translation>Execuções de custo desconhecido ficam de fora</translation>
    </message>
</context>
<context>
    <name>renum::ui::ExecutionGroups</name>
    <message>
        <source>%1 %2</source>
        <extracomment>name of a list, how many are in it</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>name of a list, how many are in it</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>All executions</source>
        <translation>Todas as execuções</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Ativas</translation>
    </message>
    <message>
        <source>Executions that have not ended</source>
        <translation>Execuções que não terminaram</translation>
    </message>
    <message>
        <source>Waiting for me</source>
        <translation>Esperando por mim</translation>
    </message>
    <message>
        <source>Executions that go on only when you do something</source>
        <translation>Execuções que só continuam quando você fizer algo</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Concluídas</translation>
    </message>
    <message>
        <source>Executions that completed</source>
        <translation>Execuções que foram concluídas</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Com falha</translation>
    </message>
    <message>
        <source>Executions that failed</source>
        <translation>Execuções que falharam</translation>
    </message>
</context>
<context>
    <name>renum::ui::ExecutionHeader</name>
    <message>
        <source>Interrupted</source>
        <translation>Interrompida</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Parando</translation>
    </message>
    <message>
        <source>%1 · step %2 of %3</source>
        <extracomment>state, number of the step, number of all steps</extracomment>
        <translation>%1 · etapa %2 de %3</translation>
    </message>
    <message>
        <source>Run &amp;again</source>
        <translation>Executar de &amp;novo</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Parar</translation>
    </message>
    <message>
        <source>&amp;Executions</source>
        <translation>&amp;Execuções</translation>
    </message>
    <message>
        <source>Show or hide the list of executions (F9)</source>
        <translation>Mostra ou esconde a lista de execuções (F9)</translation>
    </message>
    <message>
        <source>Show the list of executions</source>
        <translation>Mostrar a lista de execuções</translation>
    </message>
    <message>
        <source>How long it has been running</source>
        <translation>Há quanto tempo está em execução</translation>
    </message>
    <message>
        <source>Stop this team and its agents (asks first)</source>
        <translation>Para esta equipe e seus agentes (pergunta antes)</translation>
    </message>
    <message>
        <source>Run the same team with the same prompt</source>
        <translation>Executa a mesma equipe com o mesmo pedido</translation>
    </message>
    <message>
        <source>Elapsed: %1</source>
        <translation>Tempo decorrido: %1</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausada</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Continuar</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausar</translation>
    </message>
    <message>
        <source>Let the next agents begin again</source>
        <translation>Deixar os próximos agentes começarem de novo</translation>
    </message>
    <message>
        <source>Let agents that work finish, and start no others</source>
        <translation>Deixar terminar os agentes que trabalham e não iniciar outros</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>&amp;Tentar de novo</translation>
    </message>
    <message>
        <source>Start again from the first step that did not complete; what was finished is kept</source>
        <translation>Recomeçar na primeira etapa que não foi concluída; o que terminou é mantido</translation>
    </message>
    <message>
        <source>Co&amp;mpare…</source>
        <translation>Co&amp;mparar…</translation>
    </message>
    <message>
        <source>&amp;Views</source>
        <translation>&amp;Visualizações</translation>
    </message>
    <message>
        <source>Show, hide and put back the views</source>
        <translation>Mostrar, esconder e recolocar no lugar as visualizações</translation>
    </message>
    <message>
        <source>Show this run beside another one of its team</source>
        <translation>Mostrar esta execução ao lado de outra da mesma equipe</translation>
    </message>
    <message>
        <source>No price</source>
        <translation>Sem preço</translation>
    </message>
    <message>
        <source>Limit %1</source>
        <translation>Limite %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>what was spent, what may be spent</extracomment>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Cost: %1</source>
        <translation>Custo: %1</translation>
    </message>
    <message>
        <source>What this execution has cost so far</source>
        <translation>Quanto esta execução custou até agora</translation>
    </message>
    <message>
        <source>What it cost is not known: its models have no price</source>
        <translation>Não se sabe quanto custou: os modelos dela não têm preço</translation>
    </message>
</context>
<context>
    <name>renum::ui::ExecutionListDelegate</name>
    <message>
        <source>Interrupted</source>
        <translation>Interrompida</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>when it started, how long it took</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Waits for you</source>
        <translation>Espera por você</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <extracomment>when it started, how long it took, what it cost</extracomment>
        <translation>%1 · %2 · %3</translation>
    </message>
</context>
<context>
    <name>renum::ui::ExecutionListModel</name>
    <message>
        <source>%1, %2, %3</source>
        <extracomment>team, state, prompt</extracomment>
        <translation>%1, %2, %3</translation>
    </message>
</context>
<context>
    <name>renum::ui::ExecutionListPanel</name>
    <message>
        <source>Executions</source>
        <translation>Execuções</translation>
    </message>
    <message>
        <source>Executions, newest first</source>
        <translation>Execuções, da mais nova para a mais antiga</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>Read the list of executions again</source>
        <translation>Lê novamente a lista de execuções</translation>
    </message>
    <message>
        <source>Reading the executions…</source>
        <translation>Lendo as execuções…</translation>
    </message>
    <message>
        <source>Nothing has run yet. Choose a team under Teams and run it; you can watch it here.</source>
        <translation>Nada foi executado ainda. Escolha uma equipe em Equipes e execute-a; você pode acompanhá-la aqui.</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Abrir</translation>
    </message>
    <message>
        <source>Open in new &amp;tab</source>
        <translation>Abrir em nova a&amp;ba</translation>
    </message>
    <message>
        <source>Open in new &amp;window</source>
        <translation>Abrir em nova &amp;janela</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Excluir</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Limpar o filtro</translation>
    </message>
    <message>
        <source>Show all executions of this list</source>
        <translation>Mostrar todas as execuções desta lista</translation>
    </message>
    <message>
        <source>There is no execution of this kind.</source>
        <translation>Não há nenhuma execução deste tipo.</translation>
    </message>
    <message>
        <source>Choose two with Ctrl to compare them (Ctrl+Shift+D)</source>
        <translation>Escolha duas com Ctrl para compará-las (Ctrl+Shift+D)</translation>
    </message>
    <message>
        <source>Co&amp;mpare the two</source>
        <translation>Co&amp;mparar as duas</translation>
    </message>
</context>
<context>
    <name>renum::ui::ExecutionPane</name>
    <message>
        <source>Nothing open</source>
        <translation>Nada aberto</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lendo…</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>team, beginning of the prompt</extracomment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>renum::ui::ExecutionRemover</name>
    <message numerus="yes">
        <source>%n execution(s) deleted.</source>
        <translation>
            <numerusform>%n execução excluída.</numerusform>
            <numerusform>%n execuções excluídas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
    <message numerus="yes">
        <source>%n execution(s) deleted. Others were not: %1</source>
        <extracomment>some were deleted; why others were not</extracomment>
        <translation>
            <numerusform>%n execução excluída. Outras não foram: %1</numerusform>
            <numerusform>%n execuções excluídas. Outras não foram: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>It is too late to bring it back.</source>
        <translation>É tarde demais para trazê-la de volta.</translation>
    </message>
</context>
<context>
    <name>renum::ui::ExecutionView</name>
    <message>
        <source>Timeline</source>
        <translation>Linha do tempo</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Reading the execution…</source>
        <translation>Lendo a execução…</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Grafo</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Falhas</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensagens</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Contexto</translation>
    </message>
</context>
<context>
    <name>renum::ui::ExecutionWindow</name>
    <message>
        <source>Close the window</source>
        <translation>Fechar a janela</translation>
    </message>
</context>
<context>
    <name>renum::ui::FeedbackPart</name>
    <message>
        <source>Change conditions of feedback</source>
        <translation>Mudar condições do feedback</translation>
    </message>
    <message>
        <source>Change the number of rounds</source>
        <translation>Mudar o número de rodadas</translation>
    </message>
    <message>
        <source>Send no work back</source>
        <translation>Não devolver trabalho</translation>
    </message>
    <message>
        <source>Send work back</source>
        <translation>Devolver trabalho</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Feedback</translation>
    </message>
    <message>
        <source>Sends work back to</source>
        <translation>Devolve o trabalho a</translation>
    </message>
    <message>
        <source>If</source>
        <translation>Se</translation>
    </message>
    <message>
        <source>Conditions of the feedback</source>
        <translation>Condições do feedback</translation>
    </message>
    <message>
        <source>At most this often</source>
        <translation>Máximo de vezes</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Ninguém</translation>
    </message>
</context>
<context>
    <name>renum::ui::Field</name>
    <message>
        <source>Use a value from %1 to %2.</source>
        <translation>Use um valor de %1 a %2.</translation>
    </message>
</context>
<context>
    <name>renum::ui::GiveResultDialog</name>
    <message>
        <source>Skip %1</source>
        <translation>Ignorar %1</translation>
    </message>
    <message>
        <source>%1 is at work: it is stopped first. The steps after it get what you write here.</source>
        <translation>%1 está em trabalho e será parado primeiro. As etapas seguintes recebem o que você escrever aqui.</translation>
    </message>
    <message>
        <source>%1 does not run. The steps after it get what you write here.</source>
        <translation>%1 não será executado. As etapas seguintes recebem o que você escrever aqui.</translation>
    </message>
    <message>
        <source>&amp;Result of %1</source>
        <translation>&amp;Resultado de %1</translation>
    </message>
    <message>
        <source>Result of %1</source>
        <translation>Resultado de %1</translation>
    </message>
    <message>
        <source>A text, or JSON as the agent would answer</source>
        <translation>Um texto ou JSON, como o agente responderia</translation>
    </message>
    <message>
        <source>Kept with the execution, with your name</source>
        <translation>Guardado com a execução, com o seu nome</translation>
    </message>
    <message>
        <source>&amp;Use this result</source>
        <translation>&amp;Usar este resultado</translation>
    </message>
    <message>
        <source>&amp;Skip without a result</source>
        <translation>&amp;Ignorar sem resultado</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Steps that need the result of %1 are skipped too</source>
        <translation>As etapas que precisam do resultado de %1 também são ignoradas</translation>
    </message>
    <message>
        <source>Close this and change nothing (Esc)</source>
        <translation>Fechar e não alterar nada (Esc)</translation>
    </message>
    <message>
        <source>Write a result first</source>
        <translation>Escreva um resultado primeiro</translation>
    </message>
    <message>
        <source>Complete the step with what you wrote</source>
        <translation>Concluir a etapa com o que você escreveu</translation>
    </message>
</context>
<context>
    <name>renum::ui::HeatLegend</name>
    <message>
        <source>Cost: $0</source>
        <translation>Custo: $0</translation>
    </message>
    <message>
        <source>No cost is known yet</source>
        <translation>Nenhum custo é conhecido ainda</translation>
    </message>
    <message>
        <source>The stronger the shade, the more it cost: up to %1</source>
        <extracomment>the legend of a heat map, read aloud; the argument is the cost of the dearest</extracomment>
        <translation>Quanto mais forte o tom, maior o custo: até %1</translation>
    </message>
</context>
<context>
    <name>renum::ui::HistoryPopup</name>
    <message>
        <source>Earlier prompts</source>
        <translation>Pedidos anteriores</translation>
    </message>
    <message>
        <source>Search earlier prompts</source>
        <translation>Pesquisar pedidos anteriores</translation>
    </message>
    <message>
        <source>Earlier prompts, newest first</source>
        <translation>Pedidos anteriores, do mais novo para o mais antigo</translation>
    </message>
    <message>
        <source>This team has not been run yet.</source>
        <translation>Esta equipe ainda não foi executada.</translation>
    </message>
    <message>
        <source>No earlier prompt has these words.</source>
        <translation>Nenhum pedido anterior contém estas palavras.</translation>
    </message>
</context>
<context>
    <name>renum::ui::InboxButton</name>
    <message numerus="yes">
        <source>%n thing(s) wait for you</source>
        <translation>
            <numerusform>%n item espera por você</numerusform>
            <numerusform>%n itens esperam por você</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>Nada espera por você</translation>
    </message>
</context>
<context>
    <name>renum::ui::InboxPanel</name>
    <message>
        <source>Waiting for you</source>
        <translation>Esperando por você</translation>
    </message>
    <message>
        <source>&amp;Approve</source>
        <translation>&amp;Aprovar</translation>
    </message>
    <message>
        <source>&amp;Reject…</source>
        <translation>&amp;Rejeitar…</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Continuar</translation>
    </message>
    <message>
        <source>&amp;Open the run</source>
        <translation>A&amp;brir a execução</translation>
    </message>
    <message>
        <source>Let the step start (A)</source>
        <translation>Deixar a etapa começar (A)</translation>
    </message>
    <message>
        <source>Do not let the step run (R)</source>
        <translation>Não deixar a etapa ser executada (R)</translation>
    </message>
    <message>
        <source>Go on from the breakpoint (C)</source>
        <translation>Continuar a partir do ponto de parada (C)</translation>
    </message>
    <message>
        <source>Show this run (Return)</source>
        <translation>Mostrar esta execução (Enter)</translation>
    </message>
    <message>
        <source>%1 · since %2</source>
        <extracomment>what waits, since when</extracomment>
        <translation>%1 · desde %2</translation>
    </message>
    <message>
        <source>Nothing waits for you. Approvals, breakpoints, spending limits and interruptions of all runs come here.</source>
        <translation>Nada espera por você. Aprovações, pontos de parada, limites de gastos e interrupções de todas as execuções aparecem aqui.</translation>
    </message>
    <message>
        <source>Let it go on where it was interrupted (C)</source>
        <translation>Continuar de onde foi interrompida (C)</translation>
    </message>
</context>
<context>
    <name>renum::ui::InputPart</name>
    <message>
        <source>Change an input</source>
        <translation>Mudar uma entrada</translation>
    </message>
    <message>
        <source>Change the text around an input</source>
        <translation>Mudar o texto em torno de uma entrada</translation>
    </message>
    <message>
        <source>Send the shared context</source>
        <translation>Enviar o contexto compartilhado</translation>
    </message>
    <message>
        <source>Keep the shared context back</source>
        <translation>Não enviar o contexto compartilhado</translation>
    </message>
    <message>
        <source>What comes in</source>
        <translation>O que chega</translation>
    </message>
    <message>
        <source>Initial prompt</source>
        <translation>Pedido inicial</translation>
    </message>
    <message>
        <source>Result of %1</source>
        <translation>Resultado de %1</translation>
    </message>
    <message>
        <source>Value “%1” of the context</source>
        <translation>Valor “%1” do contexto</translation>
    </message>
    <message>
        <source>Another value of the context</source>
        <translation>Outro valor do contexto</translation>
    </message>
    <message>
        <source>A value of the team&apos;s memory</source>
        <translation>Um valor da memória da equipe</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>In a pipeline each member gets the result of the one before it.</source>
        <translation>Em uma cadeia, cada membro recebe o resultado do anterior.</translation>
    </message>
    <message>
        <source>Works on</source>
        <translation>Trabalha com</translation>
    </message>
    <message>
        <source>Text around it</source>
        <translation>Texto em volta</translation>
    </message>
    <message>
        <source>Nothing: {{input}} as it is</source>
        <translation>Nada: {{input}} como está</translation>
    </message>
    <message>
        <source>Insert a value</source>
        <translation>Inserir um valor</translation>
    </message>
    <message>
        <source>Puts a place into the text that is filled in when the team runs</source>
        <translation>Coloca no texto um lugar que é preenchido quando a equipe é executada</translation>
    </message>
    <message>
        <source>Send what the team shares as well</source>
        <translation>Enviar também o que a equipe compartilha</translation>
    </message>
</context>
<context>
    <name>renum::ui::Inspector</name>
    <message>
        <source>Inspector</source>
        <translation>Inspetor</translation>
    </message>
    <message numerus="yes">
        <source>%n members</source>
        <translation>
            <numerusform>%n membro</numerusform>
            <numerusform>%n membros</numerusform>
        </translation>
    </message>
    <message>
        <source>What you change here counts for all of them.</source>
        <translation>O que você muda aqui vale para todos eles.</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n membro</numerusform>
            <numerusform>%n membros</numerusform>
        </translation>
    </message>
    <message>
        <source>member</source>
        <translation>membro</translation>
    </message>
</context>
<context>
    <name>renum::ui::InterventionBar</name>
    <message>
        <source>What you can do</source>
        <translation>O que você pode fazer</translation>
    </message>
</context>
<context>
    <name>renum::ui::InterventionDesk</name>
    <message>
        <source>Stop the team?</source>
        <translation>Parar a equipe?</translation>
    </message>
    <message>
        <source>Stop “%1”? Its agents are told to stop. What they produced until now is kept.</source>
        <translation>Parar “%1”? Seus agentes recebem a ordem de parar. O que produziram até agora fica guardado.</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Parar</translation>
    </message>
    <message>
        <source>&amp;Keep running</source>
        <translation>&amp;Continuar executando</translation>
    </message>
    <message>
        <source>Hold &amp;before it starts</source>
        <translation>Pausar &amp;antes de começar</translation>
    </message>
    <message>
        <source>Hold &amp;after it</source>
        <translation>Pausar &amp;depois de terminar</translation>
    </message>
</context>
<context>
    <name>renum::ui::JsonDifferenceView</name>
    <message>
        <source>Differences</source>
        <translation>Diferenças</translation>
    </message>
    <message>
        <source>The value, word by word</source>
        <translation>Valor, palavra por palavra</translation>
    </message>
    <message>
        <source>Nothing is different.</source>
        <translation>Não há diferenças.</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) changed</source>
        <translation>
            <numerusform>%n valor alterado</numerusform>
            <numerusform>%n valores alterados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n adicionado</numerusform>
            <numerusform>%n adicionados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>%n removido</numerusform>
            <numerusform>%n removidos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renum::ui::JsonField</name>
    <message>
        <source>Line %1 is no valid JSON.</source>
        <translation>A linha %1 não é JSON válido.</translation>
    </message>
</context>
<context>
    <name>renum::ui::JsonView</name>
    <message>
        <source>The team as JSON</source>
        <translation>A equipe em JSON</translation>
    </message>
    <message>
        <source>Ctrl+Space offers what can be written here</source>
        <translation>Ctrl+Espaço oferece o que pode ser escrito aqui</translation>
    </message>
    <message>
        <source>The team was changed elsewhere while you were typing.</source>
        <translation>A equipe foi alterada em outro lugar enquanto você digitava.</translation>
    </message>
    <message>
        <source>Discard my text</source>
        <translation>Descartar meu texto</translation>
    </message>
    <message>
        <source>Keep my text</source>
        <translation>Manter meu texto</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Próximo ponto</translation>
    </message>
    <message>
        <source>Go to the next line with something wrong (F8)</source>
        <translation>Ir para a próxima linha com algo errado (F8)</translation>
    </message>
    <message>
        <source>Edit as JSON</source>
        <translation>Editar em JSON</translation>
    </message>
    <message>
        <source>That is too long for a team, so it was not pasted.</source>
        <translation>Isso é longo demais para uma equipe, por isso não foi colado.</translation>
    </message>
    <message>
        <source>This team is too long to be edited as text.</source>
        <translation>Esta equipe é longa demais para ser editada como texto.</translation>
    </message>
    <message>
        <source>Not taken over. Line %L1: %2</source>
        <extracomment>where a text is wrong, and why</extracomment>
        <translation>Não aplicado. Linha %L1: %2</translation>
    </message>
    <message numerus="yes">
        <source>Not taken over. %n thing(s) in it cannot be read.</source>
        <translation>
            <numerusform>Não aplicado. %n item não pode ser lido.</numerusform>
            <numerusform>Não aplicado. %n itens não podem ser lidos.</numerusform>
        </translation>
    </message>
    <message>
        <source>What you write is taken over when you pause.</source>
        <translation>O que você escreve é aplicado quando você faz uma pausa.</translation>
    </message>
    <message>
        <source>The team is as it is written here.</source>
        <translation>A equipe está como está escrito aqui.</translation>
    </message>
</context>
<context>
    <name>renum::ui::KeepResultDialog</name>
    <message>
        <source>Keep a result</source>
        <translation>Manter um resultado</translation>
    </message>
    <message>
        <source>Keep the result of “%1”</source>
        <translation>Manter o resultado de “%1”</translation>
    </message>
    <message>
        <source>While it is kept, “%1” is not called and costs nothing: runs from this editor use the text below. It stays on this computer and is no part of the team.</source>
        <translation>Enquanto o resultado estiver mantido, “%1” não é chamado e não custa nada: as execuções feitas neste editor usam o texto abaixo. Ele fica neste computador e não faz parte da equipe.</translation>
    </message>
    <message>
        <source>Kept result</source>
        <translation>Resultado mantido</translation>
    </message>
    <message>
        <source>Use the last result</source>
        <translation>Usar o último resultado</translation>
    </message>
    <message>
        <source>What it said when it last ran</source>
        <translation>O que o membro disse na última vez em que foi executado</translation>
    </message>
    <message>
        <source>This member has no result of an earlier run</source>
        <translation>Este membro não tem resultado de uma execução anterior</translation>
    </message>
    <message>
        <source>Do not keep</source>
        <translation>Não manter</translation>
    </message>
    <message>
        <source>The member works again</source>
        <translation>O membro volta a trabalhar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Manter</translation>
    </message>
    <message>
        <source>Keep this text (Ctrl+Enter)</source>
        <translation>Manter este texto (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Write the result that the others shall get.</source>
        <extracomment>%1 is such as: of 23 Nov 2026 10:32, changed by you</extracomment>
        <translation>Escreva o resultado que os outros devem receber.</translation>
    </message>
    <message>
        <source>Result %1</source>
        <translation>Resultado %1</translation>
    </message>
</context>
<context>
    <name>renum::ui::KeptMembers</name>
    <message>
        <source>written by you</source>
        <translation>escrito por você</translation>
    </message>
    <message>
        <source>of %1, changed by you</source>
        <extracomment>a day and a time</extracomment>
        <translation>de %1, alterado por você</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>de %1</translation>
    </message>
</context>
<context>
    <name>renum::ui::LedgerExporter</name>
    <message>
        <source>The file %1 cannot be written: %2</source>
        <extracomment>path, why</extracomment>
        <translation>Não foi possível gravar o arquivo %1: %2</translation>
    </message>
</context>
<context>
    <name>renum::ui::LedgerModel</name>
    <message>
        <source>told by the service</source>
        <translation>informado pelo serviço</translation>
    </message>
    <message>
        <source>computed</source>
        <translation>calculado</translation>
    </message>
    <message>
        <source>computed, prices %1</source>
        <translation>calculado, preços: %1</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>estimado</translation>
    </message>
    <message>
        <source>no price for this model</source>
        <translation>sem preço para este modelo</translation>
    </message>
    <message>
        <source>tokens are not known</source>
        <translation>tokens desconhecidos</translation>
    </message>
    <message>
        <source>a count cannot be right</source>
        <translation>uma contagem não pode estar certa</translation>
    </message>
    <message>
        <source>more cached than read</source>
        <translation>mais tokens em cache do que lidos</translation>
    </message>
    <message>
        <source>more reasoning than written</source>
        <translation>mais tokens de raciocínio do que escritos</translation>
    </message>
    <message>
        <source>cache at the price of input</source>
        <translation>cache ao preço da entrada</translation>
    </message>
    <message>
        <source>price step by the average prompt</source>
        <translation>faixa de preço pelo tamanho médio do pedido</translation>
    </message>
    <message>
        <source>the service told no usable amount</source>
        <translation>o serviço não informou um valor utilizável</translation>
    </message>
    <message>
        <source>the amount cannot be right</source>
        <translation>o valor não pode estar certo</translation>
    </message>
    <message>
        <source>tokens “%1” are not in the amount</source>
        <translation>tokens “%1” não estão no valor</translation>
    </message>
    <message>
        <source>d MMM yyyy HH:mm:ss</source>
        <extracomment>a day and a time with seconds, see QLocale::toString</extracomment>
        <translation>d &apos;de&apos; MMM &apos;de&apos; yyyy HH:mm:ss</translation>
    </message>
    <message>
        <source>Press Return to open the run</source>
        <translation>Pressione Enter para abrir a execução</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Data e hora</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Equipe</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agente</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>Em cache</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Saída</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Tentativa</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Custo</translation>
    </message>
    <message>
        <source>Where the amount is from</source>
        <translation>Origem do valor</translation>
    </message>
</context>
<context>
    <name>renum::ui::LedgerPanel</name>
    <message numerus="yes">
        <source>%n call(s) written</source>
        <translation>
            <numerusform>%n chamada gravada</numerusform>
            <numerusform>%n chamadas gravadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) exported.</source>
        <translation>
            <numerusform>%n chamada exportada.</numerusform>
            <numerusform>%n chamadas exportadas.</numerusform>
        </translation>
    </message>
    <message>
        <source>All calls</source>
        <translation>Todas as chamadas</translation>
    </message>
    <message>
        <source>Calls without a price</source>
        <translation>Chamadas sem preço</translation>
    </message>
    <message>
        <source>Calls to look at</source>
        <translation>Chamadas a verificar</translation>
    </message>
    <message>
        <source>Which calls to list</source>
        <translation>Quais chamadas listar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Stop writing; no file is made</source>
        <translation>Parar a gravação; nenhum arquivo é criado</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Write the listed calls to a table (CSV), with whole tokens and billionths of a dollar</source>
        <translation>Gravar as chamadas listadas em uma tabela (CSV), com tokens inteiros e bilionésimos de dólar</translation>
    </message>
    <message>
        <source>Calls of models, newest first</source>
        <translation>Chamadas a modelos, da mais nova para a mais antiga</translation>
    </message>
    <message>
        <source>The calls cannot be read</source>
        <translation>Não foi possível ler as chamadas</translation>
    </message>
    <message>
        <source>Reading the calls…</source>
        <translation>Lendo as chamadas…</translation>
    </message>
    <message>
        <source>There is no such call</source>
        <translation>Não há nenhuma chamada assim</translation>
    </message>
    <message>
        <source>In this period no call of this kind was booked.</source>
        <translation>Neste período, nenhuma chamada desse tipo foi registrada.</translation>
    </message>
    <message>
        <source>&amp;Open the run</source>
        <translation>A&amp;brir a execução</translation>
    </message>
    <message>
        <source>Show this &amp;agent alone</source>
        <translation>Mostrar só este &amp;agente</translation>
    </message>
    <message>
        <source>Show this &amp;team alone</source>
        <translation>Mostrar só esta &amp;equipe</translation>
    </message>
    <message>
        <source>Show this &amp;model alone</source>
        <translation>Mostrar só este &amp;modelo</translation>
    </message>
    <message>
        <source>Give the model a &amp;price…</source>
        <translation>Dar um &amp;preço ao modelo…</translation>
    </message>
    <message>
        <source>Export the calls</source>
        <translation>Exportar as chamadas</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabela (*.csv)</translation>
    </message>
</context>
<context>
    <name>renum::ui::LimitsPart</name>
    <message>
        <source>The network fails</source>
        <translation>A rede falha</translation>
    </message>
    <message>
        <source>It takes too long</source>
        <translation>Demora demais</translation>
    </message>
    <message>
        <source>The agent breaks down</source>
        <translation>O agente falha</translation>
    </message>
    <message>
        <source>The service is overloaded</source>
        <translation>O serviço está sobrecarregado</translation>
    </message>
    <message>
        <source>A quota is used up</source>
        <translation>Uma cota se esgotou</translation>
    </message>
    <message>
        <source>The key is refused</source>
        <translation>A chave é recusada</translation>
    </message>
    <message>
        <source>Its input is refused</source>
        <translation>A entrada é recusada</translation>
    </message>
    <message>
        <source>Something that it needs fails</source>
        <translation>Algo de que precisa falha</translation>
    </message>
    <message>
        <source>Renum itself fails</source>
        <translation>O próprio Renum falha</translation>
    </message>
    <message>
        <source>Change a time limit</source>
        <translation>Mudar um limite de tempo</translation>
    </message>
    <message>
        <source>Change what a failure means</source>
        <translation>Mudar o que uma falha significa</translation>
    </message>
    <message>
        <source>Change repetition</source>
        <translation>Mudar a repetição</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limites</translation>
    </message>
    <message>
        <source>Time limit (s)</source>
        <translation>Limite de tempo (s)</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Tentativas</translation>
    </message>
    <message>
        <source>First wait (s)</source>
        <translation>Primeira espera (s)</translation>
    </message>
    <message>
        <source>Then times</source>
        <translation>Depois, vezes</translation>
    </message>
    <message>
        <source>Longest wait (s)</source>
        <translation>Espera mais longa (s)</translation>
    </message>
    <message>
        <source>Choose when to try again</source>
        <translation>Escolher quando tentar de novo</translation>
    </message>
    <message>
        <source>If it fails</source>
        <translation>Se falhar</translation>
    </message>
    <message>
        <source>Counts for every member of the team.</source>
        <translation>Vale para todos os membros da equipe.</translation>
    </message>
    <message>
        <source>By kind of failure</source>
        <translation>Conforme o tipo de falha</translation>
    </message>
    <message>
        <source>As long as it takes</source>
        <translation>O tempo que for preciso</translation>
    </message>
    <message>
        <source>The team&apos;s file lists its waits one by one; those count.</source>
        <translation>O arquivo da equipe lista as esperas uma a uma; são elas que valem.</translation>
    </message>
</context>
<context>
    <name>renum::ui::LogDetails</name>
    <message>
        <source>The whole event</source>
        <translation>O evento inteiro</translation>
    </message>
    <message>
        <source>Show step</source>
        <translation>Mostrar etapa</translation>
    </message>
    <message>
        <source>Show the step that this line is about</source>
        <translation>Mostrar a etapa de que trata esta linha</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the whole event as JSON</source>
        <translation>Copiar o evento inteiro em JSON</translation>
    </message>
    <message>
        <source>Close the details (Escape)</source>
        <translation>Fechar os detalhes (Esc)</translation>
    </message>
    <message>
        <source>The rest is in an export of the log.</source>
        <translation>O restante está na exportação do registro.</translation>
    </message>
</context>
<context>
    <name>renum::ui::LogExporter</name>
    <message>
        <source>The file %1 cannot be written: %2</source>
        <extracomment>path, why</extracomment>
        <translation>Não foi possível gravar o arquivo %1: %2</translation>
    </message>
</context>
<context>
    <name>renum::ui::LogFilterBar</name>
    <message>
        <source>Only lines of the level “%1”</source>
        <extracomment>a level of the log, such as &quot;warning&quot;</extracomment>
        <translation>Só linhas do nível “%1”</translation>
    </message>
    <message>
        <source>Only lines of the category “%1”</source>
        <extracomment>a category of the log, such as &quot;network&quot;</extracomment>
        <translation>Só linhas da categoria “%1”</translation>
    </message>
    <message>
        <source>Only lines about %1</source>
        <translation>Só linhas sobre %1</translation>
    </message>
    <message>
        <source>agents…</source>
        <translation>agentes…</translation>
    </message>
    <message>
        <source>Only lines about some of the agents</source>
        <translation>Só linhas sobre alguns dos agentes</translation>
    </message>
</context>
<context>
    <name>renum::ui::LogModel</name>
    <message>
        <source>%1%2%3</source>
        <extracomment>minutes and seconds, then tenths of a second</extracomment>
        <translation>%1%2%3</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <extracomment>time, level, what happened</extracomment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lendo…</translation>
    </message>
</context>
<context>
    <name>renum::ui::LogSearchBar</name>
    <message>
        <source>Search the log</source>
        <translation>Pesquisar no registro</translation>
    </message>
    <message>
        <source>Words that a line has, all of them; in quotation marks as one. Prompts and results are searched, too.</source>
        <translation>Palavras que a linha contém, todas elas; entre aspas, como uma só expressão. A pesquisa inclui pedidos e resultados.</translation>
    </message>
    <message>
        <source>Previous hit (Shift+F3)</source>
        <translation>Ocorrência anterior (Shift+F3)</translation>
    </message>
    <message>
        <source>Next hit (F3)</source>
        <translation>Próxima ocorrência (F3)</translation>
    </message>
    <message>
        <source>Only hits</source>
        <translation>Só ocorrências</translation>
    </message>
    <message>
        <source>Hide lines without what is searched</source>
        <translation>Esconder as linhas sem o que é pesquisado</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>Show levels, categories and agents to choose from</source>
        <translation>Mostrar níveis, categorias e agentes para escolher</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Pesquisando…</translation>
    </message>
    <message>
        <source>No hit</source>
        <translation>Nenhuma ocorrência</translation>
    </message>
    <message>
        <source>%1 of %2…</source>
        <extracomment>number of the hit, number of hits until now</extracomment>
        <translation>%1 de %2…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>number of the hit, number of hits</extracomment>
        <translation>%1 de %2</translation>
    </message>
</context>
<context>
    <name>renum::ui::LogView</name>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>The log was written</source>
        <translation>O registro foi gravado</translation>
    </message>
    <message>
        <source>Not written</source>
        <translation>Não gravado</translation>
    </message>
    <message>
        <source>Type a time as 01:30, in minutes and seconds</source>
        <translation>Digite um tempo como 01:30, em minutos e segundos</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>Show all lines</source>
        <translation>Mostrar todas as linhas</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Pesquisando…</translation>
    </message>
    <message>
        <source>Reading the log…</source>
        <translation>Lendo o registro…</translation>
    </message>
    <message>
        <source>No line fits what you search and the filters.</source>
        <translation>Nenhuma linha corresponde à pesquisa e aos filtros.</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>Nada aconteceu ainda.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n linha</numerusform>
            <numerusform>%n linhas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, searched %2 %</source>
        <extracomment>number of lines, how much was searched</extracomment>
        <translation>%1, %2 % pesquisados</translation>
    </message>
    <message>
        <source>Go to 00:00</source>
        <translation>Ir para 00:00</translation>
    </message>
    <message>
        <source>Minutes and seconds since the start; Enter goes there (Ctrl+G)</source>
        <translation>Minutos e segundos desde o início; Enter vai para esse ponto (Ctrl+G)</translation>
    </message>
    <message>
        <source>Go to a time</source>
        <translation>Ir para um tempo</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Acompanhar</translation>
    </message>
    <message>
        <source>Stay at the end of the log while it grows (End)</source>
        <translation>Ficar no fim do registro enquanto ele cresce (End)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Write the lines that are listed to a file: CSV, JSON or text</source>
        <translation>Gravar as linhas listadas em um arquivo: CSV, JSON ou texto</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Stop writing the file; nothing of it stays</source>
        <translation>Parar de gravar o arquivo; nada dele é mantido</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Progresso da exportação</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Detalhes</translation>
    </message>
    <message>
        <source>Show &amp;step</source>
        <translation>Mostrar &amp;etapa</translation>
    </message>
    <message>
        <source>&amp;Only this agent</source>
        <translation>&amp;Só este agente</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xportar…</translation>
    </message>
    <message>
        <source>Export the log</source>
        <translation>Exportar o registro</translation>
    </message>
    <message>
        <source>Table (*.csv);;JSON (*.json);;JSON lines (*.ndjson);;Text (*.txt)</source>
        <translation>Tabela (*.csv);;JSON (*.json);;Linhas JSON (*.ndjson);;Texto (*.txt)</translation>
    </message>
</context>
<context>
    <name>renum::ui::MainWindow</name>
    <message>
        <source>Renum</source>
        <translation>Renum</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Pesquisar</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Atualizar</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Show keyboard shortcuts</source>
        <translation>Mostrar os atalhos de teclado</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Sair</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Ir para %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>Pesquisar comandos</translation>
    </message>
</context>
<context>
    <name>renum::ui::MemberActions</name>
    <message>
        <source>Rename</source>
        <translation>Renomear</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Mover para cima</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Mover para baixo</translation>
    </message>
    <message>
        <source>Remove from the team</source>
        <translation>Remover da equipe</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n member(s)</source>
        <translation>
            <numerusform>Remover %n membro</numerusform>
            <numerusform>Remover %n membros</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n member(s)</source>
        <translation>
            <numerusform>Mover %n membro</numerusform>
            <numerusform>Mover %n membros</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renum::ui::MemberListField</name>
    <message>
        <source>Take %1 out</source>
        <translation>Retirar %1</translation>
    </message>
</context>
<context>
    <name>renum::ui::MembersModel</name>
    <message>
        <source>member</source>
        <translation>membro</translation>
    </message>
    <message>
        <source>default</source>
        <translation>padrão</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sim</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Não</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordem</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agente</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Gets</source>
        <translation>Recebe</translation>
    </message>
    <message>
        <source>Runs when</source>
        <translation>Executa quando</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>Limite de tempo</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Ativo</translation>
    </message>
    <message>
        <source>Move a member</source>
        <translation>Mover um membro</translation>
    </message>
    <message>
        <source>Rename a member</source>
        <translation>Renomear um membro</translation>
    </message>
    <message>
        <source>Change a role</source>
        <translation>Mudar um papel</translation>
    </message>
    <message>
        <source>Change a model</source>
        <translation>Mudar um modelo</translation>
    </message>
    <message>
        <source>Switch a member on</source>
        <translation>Ativar um membro</translation>
    </message>
    <message>
        <source>Switch a member off</source>
        <translation>Desativar um membro</translation>
    </message>
    <message numerus="yes">
        <source>Move %n member(s)</source>
        <translation>
            <numerusform>Mover %n membro</numerusform>
            <numerusform>Mover %n membros</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renum::ui::MembersTable</name>
    <message>
        <source>Members of the team</source>
        <translation>Membros da equipe</translation>
    </message>
</context>
<context>
    <name>renum::ui::MessageDialog</name>
    <message>
        <source>Message to %1</source>
        <translation>Mensagem para %1</translation>
    </message>
    <message>
        <source>%1 is at work: it reads the message when it asks for its messages, or starts again.</source>
        <translation>%1 está em trabalho: lerá a mensagem quando consultar suas mensagens ou começar de novo.</translation>
    </message>
    <message>
        <source>%1 reads the message when it starts.</source>
        <translation>%1 lerá a mensagem quando começar.</translation>
    </message>
    <message>
        <source>&amp;Message</source>
        <translation>&amp;Mensagem</translation>
    </message>
    <message>
        <source>Kept with the execution, as from a person</source>
        <translation>Guardada com a execução, como vinda de uma pessoa</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>&amp;Enviar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Close this and send nothing (Esc)</source>
        <translation>Fechar e não enviar nada (Esc)</translation>
    </message>
    <message>
        <source>A message may have at most 64 KiB</source>
        <translation>Uma mensagem pode ter no máximo 64 KiB</translation>
    </message>
    <message>
        <source>Write something first</source>
        <translation>Escreva algo primeiro</translation>
    </message>
    <message>
        <source>Put it into the agent&apos;s mailbox</source>
        <translation>Colocar na caixa de mensagens do agente</translation>
    </message>
    <message>
        <source>%1 has ended: it reads the message only if it runs once more, in a loop or because you retry it.</source>
        <translation>%1 já terminou: só lerá a mensagem se for executado mais uma vez, em uma repetição ou porque você tentou de novo.</translation>
    </message>
</context>
<context>
    <name>renum::ui::MessageModel</name>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensagem</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
</context>
<context>
    <name>renum::ui::MessagesPanel</name>
    <message>
        <source>Diagram</source>
        <translation>Diagrama</translation>
    </message>
    <message>
        <source>A lane for each agent, an arrow for each message</source>
        <translation>Uma faixa para cada agente, uma seta para cada mensagem</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>A row for each message</source>
        <translation>Uma linha para cada mensagem</translation>
    </message>
    <message>
        <source>Messages as a list</source>
        <translation>Mensagens em lista</translation>
    </message>
    <message>
        <source>Show messages of</source>
        <translation>Mostrar mensagens de</translation>
    </message>
    <message>
        <source>Show only what this agent sent or got</source>
        <translation>Mostrar só o que este agente enviou ou recebeu</translation>
    </message>
    <message>
        <source>Kind of message</source>
        <translation>Tipo de mensagem</translation>
    </message>
    <message>
        <source>Show only messages of this kind</source>
        <translation>Mostrar só mensagens deste tipo</translation>
    </message>
    <message>
        <source>Unread or unanswered</source>
        <translation>Não lidas ou sem resposta</translation>
    </message>
    <message>
        <source>Show only what somebody has not read, and requests without an answer</source>
        <translation>Mostrar só o que alguém ainda não leu e as perguntas sem resposta</translation>
    </message>
    <message>
        <source>Show all messages</source>
        <translation>Mostrar todas as mensagens</translation>
    </message>
    <message>
        <source>Text of the message</source>
        <translation>Texto da mensagem</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Todos os tipos</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>No message fits the filter.</source>
        <translation>Nenhuma mensagem corresponde ao filtro.</translation>
    </message>
    <message>
        <source>No messages yet. Agents of a team can write to each other, ask for help and answer; what they write is shown here.</source>
        <translation>Ainda não há mensagens. Os agentes de uma equipe podem escrever uns aos outros, pedir ajuda e responder; o que escrevem aparece aqui.</translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <extracomment>kind of message, sender, recipient</extracomment>
        <translation>%1 de %2 para %3</translation>
    </message>
    <message>
        <source>Show the request</source>
        <translation>Mostrar a pergunta</translation>
    </message>
    <message>
        <source>Show the answer</source>
        <translation>Mostrar a resposta</translation>
    </message>
</context>
<context>
    <name>renum::ui::Minimap</name>
    <message>
        <source>Overview</source>
        <translation>Visão geral</translation>
    </message>
    <message>
        <source>Click or drag to bring a part of the team into view</source>
        <translation>Clique ou arraste para trazer uma parte da equipe à vista</translation>
    </message>
</context>
<context>
    <name>renum::ui::MissingAgents</name>
    <message>
        <source>Replace missing agents</source>
        <translation>Substituir agentes ausentes</translation>
    </message>
</context>
<context>
    <name>renum::ui::MonitorPage</name>
    <message>
        <source>Choose an execution on the left to see what its agents did, or run a team to watch it work.</source>
        <translation>Escolha uma execução à esquerda para ver o que seus agentes fizeram ou execute uma equipe para acompanhar o trabalho.</translation>
    </message>
    <message>
        <source>Monitor</source>
        <translation>Monitor</translation>
    </message>
    <message>
        <source>Open executions</source>
        <translation>Execuções abertas</translation>
    </message>
    <message>
        <source>Close this execution&apos;s tab</source>
        <translation>Fechar a aba desta execução</translation>
    </message>
    <message>
        <source>Move this execution to a window of its own</source>
        <translation>Mover esta execução para uma janela própria</translation>
    </message>
    <message>
        <source>Co&amp;mpare…</source>
        <translation>Co&amp;mparar…</translation>
    </message>
</context>
<context>
    <name>renum::ui::MorePart</name>
    <message>
        <source>Let a member take part</source>
        <translation>Deixar um membro participar</translation>
    </message>
    <message>
        <source>Leave a member out</source>
        <translation>Deixar um membro de fora</translation>
    </message>
    <message>
        <source>Change team tools</source>
        <translation>Mudar as ferramentas de equipe</translation>
    </message>
    <message>
        <source>Change thinking</source>
        <translation>Mudar o raciocínio</translation>
    </message>
    <message>
        <source>Change the effort</source>
        <translation>Mudar o esforço</translation>
    </message>
    <message>
        <source>Change the form of an answer</source>
        <translation>Mudar a forma de uma resposta</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mais</translation>
    </message>
    <message>
        <source>Takes part</source>
        <translation>Participa</translation>
    </message>
    <message>
        <source>A member that does not is skipped, and its place in the team stays.</source>
        <translation>Um membro que não participa é ignorado, e o lugar dele na equipe permanece.</translation>
    </message>
    <message>
        <source>Team tools</source>
        <translation>Ferramentas de equipe</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>Raciocínio</translation>
    </message>
    <message>
        <source>As the agent says</source>
        <translation>Como o agente define</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ligado</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Desligado</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>Esforço</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Baixo</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Médio</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Alto</translation>
    </message>
    <message>
        <source>Form of the answer</source>
        <translation>Forma da resposta</translation>
    </message>
    <message>
        <source>Any text. Or a JSON Schema that it has to fit</source>
        <translation>Qualquer texto. Ou um JSON Schema que ela deve seguir</translation>
    </message>
    <message>
        <source>As the team: %1</source>
        <translation>Como a equipe: %1</translation>
    </message>
</context>
<context>
    <name>renum::ui::NoteFiles</name>
    <message>
        <source>What you wrote for the next run cannot be remembered: %1. Check that there is room on the disk and that you may write to the folder %2.</source>
        <translation>Não foi possível guardar o que você escreveu para a próxima execução: %1. Verifique se há espaço no disco e se você tem permissão para gravar na pasta %2.</translation>
    </message>
</context>
<context>
    <name>renum::ui::NoticesSection</name>
    <message>
        <source>A team has finished</source>
        <translation>Uma equipe terminar</translation>
    </message>
    <message>
        <source>A team has failed</source>
        <translation>Uma equipe falhar</translation>
    </message>
    <message>
        <source>A step waits for my approval</source>
        <translation>Uma etapa esperar minha aprovação</translation>
    </message>
    <message>
        <source>A spending limit is reached</source>
        <translation>Um limite de gastos for atingido</translation>
    </message>
    <message>
        <source>By a notice of the system while Renum is not in front, else in the window</source>
        <translation>Por uma notificação do sistema quando o Renum não está em primeiro plano; caso contrário, na janela</translation>
    </message>
</context>
<context>
    <name>renum::ui::NumberField</name>
    <message>
        <source>Enter a whole number.</source>
        <translation>Informe um número inteiro.</translation>
    </message>
    <message>
        <source>Enter a number.</source>
        <translation>Informe um número.</translation>
    </message>
</context>
<context>
    <name>renum::ui::ObjectInput</name>
    <message>
        <source>Write an object: names and values in braces, such as {&quot;region&quot;: &quot;Brazil&quot;}.</source>
        <translation>Escreva um objeto: nomes e valores entre chaves, como {&quot;region&quot;: &quot;Brazil&quot;}.</translation>
    </message>
</context>
<context>
    <name>renum::ui::OpenTeams</name>
    <message>
        <source>Open teams</source>
        <translation>Equipes abertas</translation>
    </message>
    <message>
        <source>%1 •</source>
        <extracomment>A team with changes that are not saved</extracomment>
        <translation>%1 •</translation>
    </message>
</context>
<context>
    <name>renum::ui::OutlineModel</name>
    <message>
        <source>Switched off</source>
        <translation>Desativado</translation>
    </message>
    <message>
        <source>Gets</source>
        <translation>Recebe</translation>
    </message>
    <message>
        <source>Runs when</source>
        <translation>Executa quando</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>Aguarda</translation>
    </message>
    <message>
        <source>Sends work</source>
        <translation>Envia trabalho</translation>
    </message>
    <message>
        <source>Wave %1</source>
        <translation>Onda %1</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n membro</numerusform>
            <numerusform>%n membros</numerusform>
        </translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Equipe</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalhes</translation>
    </message>
    <message>
        <source>Rename a member</source>
        <translation>Renomear um membro</translation>
    </message>
</context>
<context>
    <name>renum::ui::OutlineView</name>
    <message>
        <source>Outline of the team</source>
        <translation>Estrutura da equipe</translation>
    </message>
</context>
<context>
    <name>renum::ui::OwnAgentsSection</name>
    <message>
        <source>%1 at %2</source>
        <extracomment>A model, then the endpoint that has it</extracomment>
        <translation>%1 em %2</translation>
    </message>
    <message>
        <source>Add a model endpoint first: agents of your own run there.</source>
        <translation>Adicione primeiro um endpoint de modelos: seus agentes executam lá.</translation>
    </message>
    <message>
        <source>There are no agents of your own yet.</source>
        <translation>Você ainda não tem agentes próprios.</translation>
    </message>
    <message>
        <source>“%1” was removed.</source>
        <translation>“%1” foi removido.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
    <message>
        <source>A model with instructions of yours. It can be in a team beside agents of Suna and of other endpoints.</source>
        <translation>Um modelo com instruções suas. Ele pode estar em uma equipe ao lado de agentes do Suna e de outros endpoints.</translation>
    </message>
    <message>
        <source>Add an agent…</source>
        <translation>Adicionar agente…</translation>
    </message>
</context>
<context>
    <name>renum::ui::PaletteModel</name>
    <message>
        <source>✓ In the team</source>
        <translation>✓ Na equipe</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agentes</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Etapas</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Aprovação</translation>
    </message>
    <message>
        <source>A person agrees, or not</source>
        <translation>Uma pessoa concorda ou não</translation>
    </message>
    <message>
        <source>Teams as a step</source>
        <translation>Equipes como etapa</translation>
    </message>
    <message>
        <source>Is in the team</source>
        <translation>Está na equipe</translation>
    </message>
</context>
<context>
    <name>renum::ui::PalettePanel</name>
    <message>
        <source>The agents could not be read. Try again</source>
        <translation>Não foi possível ler os agentes. Tente de novo</translation>
    </message>
    <message>
        <source>Asking the service for its agents…</source>
        <translation>Perguntando ao serviço quais são seus agentes…</translation>
    </message>
    <message>
        <source>Nothing matches “%1”</source>
        <translation>Nada corresponde a “%1”</translation>
    </message>
    <message>
        <source>The search looks at names, models, descriptions and tools.</source>
        <translation>A pesquisa considera nomes, modelos, descrições e ferramentas.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar tudo</translation>
    </message>
    <message>
        <source>Search agents…</source>
        <translation>Pesquisar agentes…</translation>
    </message>
    <message>
        <source>Search agents and steps</source>
        <translation>Pesquisar agentes e etapas</translation>
    </message>
    <message>
        <source>Searches names, models, descriptions and tools. Enter adds the first.</source>
        <translation>Pesquisa nomes, modelos, descrições e ferramentas. Enter adiciona o primeiro.</translation>
    </message>
    <message>
        <source>Agents and steps to add</source>
        <translation>Agentes e etapas para adicionar</translation>
    </message>
    <message>
        <source>%1 of at most %2 members</source>
        <translation>%1 de no máximo %2 membros</translation>
    </message>
</context>
<context>
    <name>renum::ui::PartDocks</name>
    <message>
        <source>Views</source>
        <translation>Visualizações</translation>
    </message>
    <message>
        <source>Put everything back</source>
        <translation>Recolocar tudo no lugar</translation>
    </message>
    <message>
        <source>Show all views where they were at first</source>
        <translation>Mostrar todas as visualizações onde estavam no início</translation>
    </message>
</context>
<context>
    <name>renum::ui::PartNote</name>
    <message>
        <source>Only “%1” works, whatever its conditions say.</source>
        <translation>Só “%1” trabalha, sejam quais forem suas condições.</translation>
    </message>
    <message>
        <source>“%1” and everyone before it work.</source>
        <translation>“%1” e todos os anteriores trabalham.</translation>
    </message>
    <message numerus="yes">
        <source>“%1” and everyone before it work; %n other(s) are left out.</source>
        <extracomment>%1 is a member; %n of the others</extracomment>
        <translation>
            <numerusform>“%1” e todos os anteriores trabalham; %n outro fica de fora.</numerusform>
            <numerusform>“%1” e todos os anteriores trabalham; %n outros ficam de fora.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” and everything that builds on it work.</source>
        <translation>“%1” e tudo o que depende dele trabalham.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>a member, and where its result comes from</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>e mais %n</numerusform>
            <numerusform>e mais %n</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names in a list</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Not called, because their results are kept: %1.</source>
        <translation>Não são chamados, porque seus resultados estão mantidos: %1.</translation>
    </message>
    <message>
        <source>There is no result yet of %1, so “%2” works without. Run until here instead to get it.</source>
        <translation>Ainda não há resultado de %1, por isso “%2” trabalha sem ele. Para obtê-lo, use “Executar até aqui”.</translation>
    </message>
</context>
<context>
    <name>renum::ui::PartTitle</name>
    <message>
        <source>Put this view back where it was</source>
        <translation>Devolver esta visualização ao lugar em que estava</translation>
    </message>
    <message>
        <source>Take this view out to a window of its own</source>
        <translation>Levar esta visualização para uma janela própria</translation>
    </message>
    <message>
        <source>Hide this view; “Views” brings it back</source>
        <translation>Esconder esta visualização; “Visualizações” a traz de volta</translation>
    </message>
</context>
<context>
    <name>renum::ui::PictureFiles</name>
    <message>
        <source>Export as a picture</source>
        <translation>Exportar como imagem</translation>
    </message>
    <message>
        <source>Drawing, sharp at any size (*.svg)</source>
        <translation>Desenho, nítido em qualquer tamanho (*.svg)</translation>
    </message>
    <message>
        <source>Image (*.png)</source>
        <translation>Imagem (*.png)</translation>
    </message>
    <message>
        <source>Page to print (*.pdf)</source>
        <translation>Página para imprimir (*.pdf)</translation>
    </message>
    <message>
        <source>Painting the picture…</source>
        <translation>Desenhando a imagem…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>renum::ui::PlanPreview</name>
    <message>
        <source>Working out the plan…</source>
        <translation>Elaborando o plano…</translation>
    </message>
    <message>
        <source>The team cannot run yet. Correct these problems:</source>
        <translation>A equipe ainda não pode ser executada. Corrija estes problemas:</translation>
    </message>
    <message numerus="yes">
        <source>Plan: %n step(s)</source>
        <translation>
            <numerusform>Plano: %n etapa</numerusform>
            <numerusform>Plano: %n etapas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, about %2</source>
        <translation>%1, cerca de %2</translation>
    </message>
    <message>
        <source>The plan could not be worked out.</source>
        <translation>Não foi possível elaborar o plano.</translation>
    </message>
</context>
<context>
    <name>renum::ui::PlanView</name>
    <message>
        <source>Plan of the team</source>
        <translation>Plano da equipe</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quem</translation>
    </message>
    <message>
        <source>Sees</source>
        <translation>Vê</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>Aguarda</translation>
    </message>
    <message>
        <source>Runs when</source>
        <translation>Executa quando</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>No máximo</translation>
    </message>
    <message>
        <source>Worth knowing</source>
        <translation>Bom saber</translation>
    </message>
    <message>
        <source>The team cannot run yet, so there is no plan.</source>
        <translation>A equipe ainda não pode ser executada, por isso não há plano.</translation>
    </message>
    <message>
        <source>Working out the plan…</source>
        <translation>Elaborando o plano…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>Show the problems</source>
        <translation>Mostrar os problemas</translation>
    </message>
    <message>
        <source>Will take</source>
        <translation>Vai demorar</translation>
    </message>
    <message>
        <source>Will cost</source>
        <translation>Vai custar</translation>
    </message>
</context>
<context>
    <name>renum::ui::PriceDialog</name>
    <message>
        <source>And every model whose name goes on after it</source>
        <translation>E todos os modelos cujo nome começa assim</translation>
    </message>
    <message>
        <source>Price of a model</source>
        <translation>Preço de um modelo</translation>
    </message>
    <message>
        <source>Whoever offers it</source>
        <translation>Quem quer que o ofereça</translation>
    </message>
    <message>
        <source>Where you read it</source>
        <translation>Onde você o leu</translation>
    </message>
    <message>
        <source>US$ </source>
        <extracomment>in front of an amount of US dollars</extracomment>
        <translation>US$ </translation>
    </message>
    <message>
        <source>It has a price of its own</source>
        <translation>Tem preço próprio</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Provedor</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Saída</translation>
    </message>
    <message>
        <source>Input read from a cache</source>
        <translation>Entrada lida do cache</translation>
    </message>
    <message>
        <source>Input written to a cache</source>
        <translation>Entrada gravada no cache</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Raciocínio</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Origem</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salvar</translation>
    </message>
    <message>
        <source>In US dollars for a million tokens. It holds for calls from now on; what is booked stays as it is.</source>
        <translation>Em dólares americanos por milhão de tokens. Vale para as chamadas a partir de agora; o que já foi registrado permanece como está.</translation>
    </message>
    <message>
        <source>Name the model first</source>
        <translation>Indique primeiro o modelo</translation>
    </message>
</context>
<context>
    <name>renum::ui::PriceImportDialog</name>
    <message>
        <source>Take prices from a file</source>
        <translation>Importar preços de um arquivo</translation>
    </message>
    <message>
        <source>Comparing with the prices that are there…</source>
        <translation>Comparando com os preços existentes…</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Agora</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>No arquivo</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>O que mudaria</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Take these prices</source>
        <translation>Usar estes preços</translation>
    </message>
    <message numerus="yes">
        <source>%n new price(s).</source>
        <translation>
            <numerusform>%n preço novo.</numerusform>
            <numerusform>%n preços novos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed.</source>
        <comment>prices</comment>
        <translation>
            <numerusform>%n alterado.</numerusform>
            <numerusform>%n alterados.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n as they are.</source>
        <comment>prices</comment>
        <translation>
            <numerusform>%n sem alteração.</numerusform>
            <numerusform>%n sem alteração.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model(s) of the file without a usable price are left out.</source>
        <translation>
            <numerusform>%n modelo do arquivo sem preço utilizável fica de fora.</numerusform>
            <numerusform>%n modelos do arquivo sem preço utilizável ficam de fora.</numerusform>
        </translation>
    </message>
    <message>
        <source>no price</source>
        <translation>sem preço</translation>
    </message>
</context>
<context>
    <name>renum::ui::PriceModel</name>
    <message>
        <source>%1, read %2</source>
        <extracomment>where a price was read, and when</extracomment>
        <translation>%1, lido em %2</translation>
    </message>
    <message>
        <source>in %1, out %2</source>
        <extracomment>prices of a million tokens</extracomment>
        <translation>entrada %1, saída %2</translation>
    </message>
    <message>
        <source>%1…</source>
        <extracomment>a model&apos;s name, and those that begin with it</extracomment>
        <translation>%1…</translation>
    </message>
    <message>
        <source>any</source>
        <translation>qualquer</translation>
    </message>
    <message>
        <source>Your own: %1</source>
        <translation>Seu: %1</translation>
    </message>
    <message>
        <source>A price of your own; it wins over those of Renum</source>
        <translation>Um preço seu; prevalece sobre os do Renum</translation>
    </message>
    <message>
        <source>US dollars for a million tokens</source>
        <translation>Dólares americanos por milhão de tokens</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Provedor</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Saída</translation>
    </message>
    <message>
        <source>Cache read</source>
        <translation>Leitura do cache</translation>
    </message>
    <message>
        <source>Cache write</source>
        <translation>Gravação no cache</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Origem</translation>
    </message>
</context>
<context>
    <name>renum::ui::PricePanel</name>
    <message>
        <source>Take prices from a file</source>
        <translation>Importar preços de um arquivo</translation>
    </message>
    <message>
        <source>Prices (*.json);;All files (*)</source>
        <translation>Preços (*.json);;Todos os arquivos (*)</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>é grande demais</translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2</source>
        <extracomment>path, why</extracomment>
        <translation>Não foi possível ler o arquivo %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n price(s) taken.</source>
        <translation>
            <numerusform>%n preço importado.</numerusform>
            <numerusform>%n preços importados.</numerusform>
        </translation>
    </message>
    <message>
        <source>Table of Renum (*.json)</source>
        <translation>Tabela do Renum (*.json)</translation>
    </message>
    <message>
        <source>Price map of LiteLLM (*.json)</source>
        <translation>Mapa de preços do LiteLLM (*.json)</translation>
    </message>
    <message>
        <source>Export the prices</source>
        <translation>Exportar os preços</translation>
    </message>
    <message>
        <source>The prices were exported.</source>
        <translation>Os preços foram exportados.</translation>
    </message>
    <message>
        <source>The file %1 cannot be written: %2</source>
        <extracomment>path, why</extracomment>
        <translation>Não foi possível gravar o arquivo %1: %2</translation>
    </message>
    <message>
        <source>Reading the prices…</source>
        <translation>Lendo os preços…</translation>
    </message>
    <message>
        <source>US dollars for a million tokens. Your own prices win over those that come with Renum. A change holds for calls from now on: what is booked keeps the amount it was booked with.</source>
        <translation>Dólares americanos por milhão de tokens. Seus próprios preços prevalecem sobre os que vêm com o Renum. Uma alteração vale para as chamadas a partir de agora: o que já foi registrado mantém o valor com que foi registrado.</translation>
    </message>
    <message>
        <source>Search models, providers, sources</source>
        <translation>Pesquisar modelos, provedores, origens</translation>
    </message>
    <message>
        <source>Search prices</source>
        <translation>Pesquisar preços</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Adicionar…</translation>
    </message>
    <message>
        <source>Give a model a price of your own</source>
        <translation>Dar a um modelo um preço seu</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importar…</translation>
    </message>
    <message>
        <source>Take prices from a file: a table of Renum, or the price map of LiteLLM</source>
        <translation>Importar preços de um arquivo: uma tabela do Renum ou o mapa de preços do LiteLLM</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Write the prices to a file</source>
        <translation>Gravar os preços em um arquivo</translation>
    </message>
    <message>
        <source>Prices of models</source>
        <translation>Preços dos modelos</translation>
    </message>
    <message>
        <source>Press Return to change a price</source>
        <translation>Pressione Enter para alterar um preço</translation>
    </message>
    <message>
        <source>The prices cannot be read</source>
        <translation>Não foi possível ler os preços</translation>
    </message>
    <message>
        <source>Remove this price of yours</source>
        <translation>Remover este preço seu</translation>
    </message>
    <message>
        <source>Select one of your own prices first</source>
        <translation>Selecione primeiro um dos seus próprios preços</translation>
    </message>
    <message>
        <source>Your price of %1 was removed.</source>
        <translation>Seu preço de %1 foi removido.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
</context>
<context>
    <name>renum::ui::ProblemsModel</name>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Membro</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problema</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regra</translation>
    </message>
    <message>
        <source>What can be done</source>
        <translation>O que pode ser feito</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erro</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>The team</source>
        <translation>A equipe</translation>
    </message>
    <message>
        <source>%1 (Ctrl+.)</source>
        <extracomment>what a click does, and the keys that do it</extracomment>
        <translation>%1 (Ctrl+.)</translation>
    </message>
</context>
<context>
    <name>renum::ui::ProblemsView</name>
    <message>
        <source>Problems of the team</source>
        <translation>Problemas da equipe</translation>
    </message>
    <message>
        <source>No problems: this team can run.</source>
        <translation>Nenhum problema: esta equipe pode ser executada.</translation>
    </message>
    <message>
        <source>Show where it is</source>
        <translation>Mostrar onde está</translation>
    </message>
    <message>
        <source>Fix…</source>
        <translation>Corrigir…</translation>
    </message>
</context>
<context>
    <name>renum::ui::PromptPreviewView</name>
    <message>
        <source>It would be skipped: with this data nothing comes in.</source>
        <translation>Seria ignorado: com estes dados, nada entra.</translation>
    </message>
    <message>
        <source>It would fail: with this data a value that it needs is not there.</source>
        <translation>Falharia: com estes dados, falta um valor de que precisa.</translation>
    </message>
    <message>
        <source>What it is asked</source>
        <translation>O que lhe é pedido</translation>
    </message>
    <message>
        <source>The rules of the team are added when it runs.</source>
        <translation>As regras da equipe são acrescentadas quando ela é executada.</translation>
    </message>
</context>
<context>
    <name>renum::ui::Rail</name>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
</context>
<context>
    <name>renum::ui::ReportView</name>
    <message>
        <source>Asking what answers there…</source>
        <translation>Perguntando o que responde lá…</translation>
    </message>
</context>
<context>
    <name>renum::ui::RerunDialog</name>
    <message>
        <source>Run again from %1</source>
        <translation>Executar de novo a partir de %1</translation>
    </message>
    <message>
        <source>A new execution keeps the other results and runs %1 again.</source>
        <translation>Uma nova execução mantém os outros resultados e executa %1 de novo.</translation>
    </message>
    <message>
        <source>After it run: %1.</source>
        <translation>Depois dele rodam: %1.</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names in a list</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Another &amp;input for %1 (optional)</source>
        <translation>Outra &amp;entrada para %1 (opcional)</translation>
    </message>
    <message>
        <source>Another input for %1</source>
        <translation>Outra entrada para %1</translation>
    </message>
    <message>
        <source>Empty: what it got the first time</source>
        <translation>Vazio: o que recebeu da primeira vez</translation>
    </message>
    <message>
        <source>In place of what comes from the steps before</source>
        <translation>No lugar do que vem das etapas anteriores</translation>
    </message>
    <message>
        <source>&amp;Run again</source>
        <translation>&amp;Executar de novo</translation>
    </message>
    <message>
        <source>Begin the new execution and watch it</source>
        <translation>Iniciar a nova execução e acompanhá-la</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Close this and run nothing (Esc)</source>
        <translation>Fechar e não executar nada (Esc)</translation>
    </message>
</context>
<context>
    <name>renum::ui::RunDialog</name>
    <message>
        <source>Run a team</source>
        <translation>Executar uma equipe</translation>
    </message>
    <message>
        <source>Run “%1”</source>
        <translation>Executar “%1”</translation>
    </message>
    <message>
        <source>What shall the team do?</source>
        <translation>O que a equipe deve fazer?</translation>
    </message>
    <message>
        <source>Describe the task in your own words</source>
        <translation>Descreva a tarefa com suas próprias palavras</translation>
    </message>
    <message>
        <source>For example:</source>
        <translation>Por exemplo:</translation>
    </message>
    <message>
        <source>Use the example: %1</source>
        <translation>Usar o exemplo: %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Executar</translation>
    </message>
    <message>
        <source>Run the team (Ctrl+Enter)</source>
        <translation>Executar a equipe (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Write what the team shall do, or choose an example.</source>
        <translation>Escreva o que a equipe deve fazer ou escolha um exemplo.</translation>
    </message>
    <message>
        <source>The text is too long: %L1 of at most %L2 characters.</source>
        <translation>O texto é longo demais: %L1 de no máximo %L2 caracteres.</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Iniciando…</translation>
    </message>
    <message>
        <source>The data for the team cannot be read yet. Correct it, or empty the field.</source>
        <translation>Os dados para a equipe ainda não podem ser lidos. Corrija-os ou esvazie o campo.</translation>
    </message>
    <message>
        <source>Earlier prompts</source>
        <translation>Pedidos anteriores</translation>
    </message>
    <message>
        <source>What this team was asked before (Ctrl+H; Up in the first line)</source>
        <translation>O que já foi pedido a esta equipe (Ctrl+H; seta para cima na primeira linha)</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mais</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Menos</translation>
    </message>
    <message>
        <source>Limits and model of this run</source>
        <translation>Limites e modelo desta execução</translation>
    </message>
    <message>
        <source>Give it data</source>
        <translation>Fornecer dados</translation>
    </message>
    <message>
        <source>Less data</source>
        <translation>Esconder dados</translation>
    </message>
    <message>
        <source>Context and shared memory to begin with</source>
        <translation>Contexto e memória compartilhada iniciais</translation>
    </message>
    <message>
        <source>%1.
%2</source>
        <extracomment>what a button does, then what a run will cost; lines of a tool tip</extracomment>
        <translation>%1.
%2</translation>
    </message>
    <message>
        <source>%L1 of %L2 runs were started. %3</source>
        <extracomment>how many of several runs were started; why the next one was not</extracomment>
        <translation>%L1 de %L2 execuções foram iniciadas. %3</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Quantas vezes</translation>
    </message>
    <message>
        <source>How often the team runs</source>
        <translation>Quantas vezes a equipe é executada</translation>
    </message>
    <message>
        <source>Each time is a run of its own</source>
        <translation>Cada vez é uma execução própria</translation>
    </message>
</context>
<context>
    <name>renum::ui::RunGraphView</name>
    <message>
        <source>As it ran</source>
        <translation>Como foi executado</translation>
    </message>
    <message>
        <source>Aggregated</source>
        <translation>Agrupado</translation>
    </message>
    <message>
        <source>Show each iteration by itself</source>
        <translation>Mostrar cada iteração separadamente</translation>
    </message>
    <message>
        <source>Loops: one card a member, or one for each time that it ran</source>
        <translation>Repetições: um cartão por membro ou um para cada vez que ele foi executado</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>Custos</translation>
    </message>
    <message>
        <source>Shade the cards by what they cost</source>
        <translation>Sombrear os cartões conforme o que custaram</translation>
    </message>
    <message>
        <source>The stronger the shade, the more it cost</source>
        <translation>Quanto mais forte o tom, maior o custo</translation>
    </message>
</context>
<context>
    <name>renum::ui::RunLimits</name>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>As the team says</source>
        <translation>Como a equipe define</translation>
    </message>
    <message>
        <source>As the agents say</source>
        <translation>Como os agentes definem</translation>
    </message>
    <message>
        <source>Stop after</source>
        <translation>Parar após</translation>
    </message>
    <message>
        <source>Model for all agents</source>
        <translation>Modelo para todos os agentes</translation>
    </message>
    <message>
        <source>Each step at most</source>
        <translation>Tempo máximo por etapa</translation>
    </message>
    <message>
        <source>US$ </source>
        <extracomment>in front of an amount of US dollars</extracomment>
        <translation>US$ </translation>
    </message>
    <message>
        <source>Counts where the prices of the models are known</source>
        <translation>Vale quando os preços dos modelos são conhecidos</translation>
    </message>
    <message>
        <source>In and out together</source>
        <translation>Somando entrada e saída</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sem limite</translation>
    </message>
    <message>
        <source>Pause and ask me</source>
        <translation>Pausar e me perguntar</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Only tell me</source>
        <translation>Só me avisar</translation>
    </message>
    <message>
        <source>Cost at most</source>
        <translation>Custo máximo</translation>
    </message>
    <message>
        <source>Tokens at most</source>
        <translation>Máximo de tokens</translation>
    </message>
    <message>
        <source>Calls at most</source>
        <translation>Máximo de chamadas</translation>
    </message>
    <message>
        <source>At the limit</source>
        <translation>Ao atingir o limite</translation>
    </message>
    <message>
        <source>What happens before the call that would go over the limit</source>
        <translation>O que acontece antes da chamada que ultrapassaria o limite</translation>
    </message>
    <message>
        <source>Set a limit of cost, tokens or calls first</source>
        <translation>Defina primeiro um limite de custo, tokens ou chamadas</translation>
    </message>
</context>
<context>
    <name>renum::ui::RunMaterial</name>
    <message>
        <source>Context for the agents, as JSON</source>
        <translation>Contexto para os agentes, em JSON</translation>
    </message>
    <message>
        <source>Shared memory of the team, as JSON</source>
        <translation>Memória compartilhada da equipe, em JSON</translation>
    </message>
    <message>
        <source>Context: what every agent knows from the start (JSON)</source>
        <translation>Contexto: o que todo agente sabe desde o início (JSON)</translation>
    </message>
    <message>
        <source>Shared memory: what the agents can read and change (JSON)</source>
        <translation>Memória compartilhada: o que os agentes podem ler e alterar (JSON)</translation>
    </message>
</context>
<context>
    <name>renum::ui::RunsWhenPart</name>
    <message>
        <source>Change conditions</source>
        <translation>Mudar condições</translation>
    </message>
    <message>
        <source>Wait for another member</source>
        <translation>Aguardar outro membro</translation>
    </message>
    <message>
        <source>Wait for a member no more</source>
        <translation>Não aguardar mais um membro</translation>
    </message>
    <message>
        <source>Ask before a member starts</source>
        <translation>Perguntar antes de um membro começar</translation>
    </message>
    <message>
        <source>Ask nobody before a member</source>
        <translation>Não perguntar a ninguém antes de um membro</translation>
    </message>
    <message>
        <source>Runs when</source>
        <translation>Executa quando</translation>
    </message>
    <message>
        <source>Only if</source>
        <translation>Somente se</translation>
    </message>
    <message>
        <source>Conditions of this member</source>
        <translation>Condições deste membro</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>Aguarda</translation>
    </message>
    <message>
        <source>Add a member to wait for…</source>
        <translation>Adicionar um membro a aguardar…</translation>
    </message>
    <message>
        <source>Ask a person before this step</source>
        <translation>Perguntar a uma pessoa antes desta etapa</translation>
    </message>
</context>
<context>
    <name>renum::ui::SamplePicker</name>
    <message>
        <source>Try it with</source>
        <translation>Testar com</translation>
    </message>
    <message>
        <source>Your own data, as JSON</source>
        <translation>Seus próprios dados, em JSON</translation>
    </message>
</context>
<context>
    <name>renum::ui::SampleSource</name>
    <message>
        <source>Example data</source>
        <translation>Dados de exemplo</translation>
    </message>
    <message>
        <source>Run of %1: %2</source>
        <extracomment>When a run was, and how its prompt begins</extracomment>
        <translation>Execução de %1: %2</translation>
    </message>
    <message>
        <source>Your own data</source>
        <translation>Seus próprios dados</translation>
    </message>
    <message>
        <source>Reading the run…</source>
        <translation>Lendo a execução…</translation>
    </message>
    <message>
        <source>Write an object with initial_prompt, results, context, memory.</source>
        <translation>Escreva um objeto com initial_prompt, results, context, memory.</translation>
    </message>
    <message>
        <source>Earlier runs cannot be read. %1</source>
        <translation>Não foi possível ler as execuções anteriores. %1</translation>
    </message>
    <message>
        <source>An example of what the team is asked to do.</source>
        <extracomment>%1 is the name of an agent, whose result this stands for</extracomment>
        <translation>Um exemplo do que se pede à equipe.</translation>
    </message>
    <message>
        <source>(The result of %1)</source>
        <translation>(O resultado de %1)</translation>
    </message>
</context>
<context>
    <name>renum::ui::SaveTemplateDialog</name>
    <message>
        <source>Save as a template</source>
        <translation>Salvar como modelo</translation>
    </message>
    <message>
        <source>Something in this team looks like a password or a key. It is left out of the template.</source>
        <translation>Algo nesta equipe parece ser uma senha ou uma chave. Isso fica fora do modelo.</translation>
    </message>
    <message>
        <source>The agents become places, which are filled when somebody uses the template: %1.</source>
        <translation>Os agentes se tornam lugares, que são preenchidos quando alguém usa o modelo: %1.</translation>
    </message>
    <message>
        <source>For example Research</source>
        <translation>Por exemplo, Pesquisa</translation>
    </message>
    <message>
        <source>Who made it, for those who get the file</source>
        <translation>Quem o criou, para quem receber o arquivo</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nome</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Descrição</translation>
    </message>
    <message>
        <source>&amp;Category</source>
        <translation>&amp;Categoria</translation>
    </message>
    <message>
        <source>&amp;Made by</source>
        <translation>&amp;Autor</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Save template</source>
        <translation>Salvar modelo</translation>
    </message>
</context>
<context>
    <name>renum::ui::ScopeBar</name>
    <message>
        <source>Period</source>
        <translation>Período</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoje</translation>
    </message>
    <message>
        <source>Today, from midnight UTC</source>
        <translation>Hoje, desde a meia-noite UTC</translation>
    </message>
    <message>
        <source>7 d</source>
        <comment>days</comment>
        <translation>7 d</translation>
    </message>
    <message>
        <source>The last seven days, with today</source>
        <translation>Os últimos sete dias, incluindo hoje</translation>
    </message>
    <message>
        <source>30 d</source>
        <comment>days</comment>
        <translation>30 d</translation>
    </message>
    <message>
        <source>The last thirty days, with today</source>
        <translation>Os últimos trinta dias, incluindo hoje</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Personalizado</translation>
    </message>
    <message>
        <source>From one day to another</source>
        <translation>De um dia até outro</translation>
    </message>
    <message>
        <source>Tell apart by</source>
        <translation>Separar por</translation>
    </message>
    <message>
        <source>By agent</source>
        <translation>Por agente</translation>
    </message>
    <message>
        <source>Tell agents apart</source>
        <translation>Separar por agente</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Tell models apart</source>
        <translation>Separar por modelo</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Equipe</translation>
    </message>
    <message>
        <source>Tell teams apart</source>
        <translation>Separar por equipe</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Estratégia</translation>
    </message>
    <message>
        <source>Tell strategies apart, as the teams have them now</source>
        <translation>Separar por estratégia, conforme a que as equipes têm agora</translation>
    </message>
    <message>
        <source>to</source>
        <comment>between two days</comment>
        <translation>até</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Primeiro dia</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Último dia</translation>
    </message>
    <message>
        <source>First day, UTC</source>
        <translation>Primeiro dia, UTC</translation>
    </message>
    <message>
        <source>Last day, UTC</source>
        <translation>Último dia, UTC</translation>
    </message>
</context>
<context>
    <name>renum::ui::ScopeChips</name>
    <message>
        <source>Do not narrow to this any more</source>
        <translation>Não restringir mais a isto</translation>
    </message>
    <message>
        <source>Narrowed to %1. Press to take that away.</source>
        <translation>Restrito a %1. Pressione para retirar essa restrição.</translation>
    </message>
</context>
<context>
    <name>renum::ui::ScrubBar</name>
    <message>
        <source>HH:mm:ss</source>
        <translation>HH:mm:ss</translation>
    </message>
    <message>
        <source>The run begins</source>
        <translation>A execução começa</translation>
    </message>
    <message>
        <source>%1 begins</source>
        <translation>%1 começa</translation>
    </message>
    <message>
        <source>%1 is done</source>
        <translation>%1 termina</translation>
    </message>
    <message>
        <source>%1 has trouble</source>
        <translation>%1 tem um problema</translation>
    </message>
    <message>
        <source>Somebody decides about %1</source>
        <translation>Alguém decide sobre %1</translation>
    </message>
    <message>
        <source>Somebody holds the run, or lets it go on</source>
        <translation>Alguém pausa a execução ou a deixa continuar</translation>
    </message>
    <message>
        <source>The run ends</source>
        <translation>A execução termina</translation>
    </message>
    <message>
        <source>×%1</source>
        <extracomment>how many times faster than it was</extracomment>
        <translation>×%1</translation>
    </message>
    <message>
        <source>Previous milestone</source>
        <translation>Marco anterior</translation>
    </message>
    <message>
        <source>Next milestone</source>
        <translation>Próximo marco</translation>
    </message>
    <message>
        <source>Back to what happens now</source>
        <translation>Voltar ao que acontece agora</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>what a button does, its keys</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Go back to where an agent began, ended or had trouble</source>
        <translation>Voltar ao ponto em que um agente começou, terminou ou teve um problema</translation>
    </message>
    <message>
        <source>Go on to where an agent began, ended or had trouble</source>
        <translation>Avançar até o ponto em que um agente começou, terminou ou teve um problema</translation>
    </message>
    <message>
        <source>Show the newest event and follow what happens</source>
        <translation>Mostrar o evento mais recente e acompanhar o que acontece</translation>
    </message>
    <message>
        <source>How fast the run is played</source>
        <translation>A velocidade com que a execução é reproduzida</translation>
    </message>
    <message>
        <source>Speed of playing</source>
        <translation>Velocidade de reprodução</translation>
    </message>
    <message>
        <source>Moment of the run</source>
        <translation>Momento da execução</translation>
    </message>
    <message>
        <source>Left and right go from event to event, Space plays and pauses, End goes live.</source>
        <translation>As setas para a esquerda e para a direita passam de um evento a outro, Espaço reproduz e pausa, End volta ao vivo.</translation>
    </message>
    <message>
        <source>Pause playing</source>
        <translation>Pausar a reprodução</translation>
    </message>
    <message>
        <source>Play the run</source>
        <translation>Reproduzir a execução</translation>
    </message>
    <message>
        <source>Stop playing here (%1)</source>
        <translation>Parar a reprodução aqui (%1)</translation>
    </message>
    <message>
        <source>Play the run from here, as it was (%1)</source>
        <translation>Reproduzir a execução a partir daqui, como ela foi (%1)</translation>
    </message>
    <message>
        <source>Reading the log, %1 %</source>
        <translation>Lendo o registro, %1 %</translation>
    </message>
    <message>
        <source>event %1 of %2 · %3</source>
        <extracomment>number of an event, number of all events, time of day</extracomment>
        <translation>evento %1 de %2 · %3</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Ao vivo</translation>
    </message>
    <message numerus="yes">
        <source>Live · %n behind</source>
        <translation>
            <numerusform>Ao vivo · %n atrás</numerusform>
            <numerusform>Ao vivo · %n atrás</numerusform>
        </translation>
    </message>
    <message>
        <source>Event %1, %2: %3</source>
        <extracomment>number of an event, time of day, what happened</extracomment>
        <translation>Evento %1, %2: %3</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fim</translation>
    </message>
    <message numerus="yes">
        <source>End · %n behind</source>
        <translation>
            <numerusform>Fim · %n atrás</numerusform>
            <numerusform>Fim · %n atrás</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>renum::ui::ScrubSlider</name>
    <message>
        <source>Event %1</source>
        <translation>Evento %1</translation>
    </message>
</context>
<context>
    <name>renum::ui::SearchPopup</name>
    <message>
        <source>Up and down choose, Enter takes it, Esc closes</source>
        <translation>As setas para cima e para baixo escolhem, Enter confirma, Esc fecha</translation>
    </message>
</context>
<context>
    <name>renum::ui::Section</name>
    <message>
        <source>Hide this section</source>
        <translation>Esconder esta seção</translation>
    </message>
    <message>
        <source>Show this section</source>
        <translation>Mostrar esta seção</translation>
    </message>
</context>
<context>
    <name>renum::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aparência</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Cores</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como o sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Escuro</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Where agents run</source>
        <translation>Onde os agentes são executados</translation>
    </message>
    <message>
        <source>Teams are kept on this computer. Their agents run in the demo or on a Suna server. Executions that are running keep the connection they began with.</source>
        <translation>As equipes ficam neste computador. Seus agentes são executados na demonstração ou em um servidor Suna. Execuções em andamento mantêm a conexão com que começaram.</translation>
    </message>
    <message>
        <source>Model endpoints</source>
        <translation>Endpoints de modelos</translation>
    </message>
    <message>
        <source>Agents of your own</source>
        <translation>Seus próprios agentes</translation>
    </message>
    <message>
        <source>Tell me when</source>
        <translation>Avisar-me quando</translation>
    </message>
    <message>
        <source>Builder</source>
        <translation>Construtor</translation>
    </message>
</context>
<context>
    <name>renum::ui::SeveralPart</name>
    <message>
        <source>Change time limits</source>
        <translation>Mudar limites de tempo</translation>
    </message>
    <message>
        <source>Let members take part</source>
        <translation>Deixar membros participarem</translation>
    </message>
    <message>
        <source>Leave members out</source>
        <translation>Deixar membros de fora</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n member(s)</source>
        <translation>
            <numerusform>Remover %n membro</numerusform>
            <numerusform>Remover %n membros</numerusform>
        </translation>
    </message>
    <message>
        <source>Change models</source>
        <translation>Mudar modelos</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>Todos eles</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Time limit (s)</source>
        <translation>Limite de tempo (s)</translation>
    </message>
    <message>
        <source>Take part</source>
        <translation>Participam</translation>
    </message>
    <message>
        <source>Remove them</source>
        <translation>Removê-los</translation>
    </message>
    <message>
        <source>Takes these members out of the team; undo brings them back</source>
        <translation>Retira estes membros da equipe; desfazer os traz de volta</translation>
    </message>
    <message>
        <source>As each agent&apos;s service says</source>
        <translation>Como define o serviço de cada agente</translation>
    </message>
    <message>
        <source>Different ones</source>
        <translation>Diferentes</translation>
    </message>
</context>
<context>
    <name>renum::ui::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atalhos de teclado</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Search commands…</source>
        <translation>Pesquisar comandos…</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>Pesquisar comandos</translation>
    </message>
    <message>
        <source>Shows only commands with these letters</source>
        <translation>Mostra apenas os comandos com estas letras</translation>
    </message>
    <message>
        <source>Keys of “%1”</source>
        <translation>Teclas de “%1”</translation>
    </message>
    <message>
        <source>Press the keys that this command is to have</source>
        <translation>Pressione as teclas que este comando deve ter</translation>
    </message>
    <message>
        <source>As before</source>
        <translation>Como antes</translation>
    </message>
    <message>
        <source>Gives the command the keys that it came with</source>
        <translation>Devolve ao comando as teclas com que ele veio</translation>
    </message>
    <message>
        <source>Reset the keys of “%1”</source>
        <translation>Redefinir as teclas de “%1”</translation>
    </message>
    <message>
        <source>“%1” has these keys as well: only one of the two will do something. Give one of them others.</source>
        <translation>“%1” também tem estas teclas: só um dos dois vai funcionar. Dê outras a um deles.</translation>
    </message>
</context>
<context>
    <name>renum::ui::SlotDialog</name>
    <message>
        <source>Choose the agents</source>
        <translation>Escolha os agentes</translation>
    </message>
    <message>
        <source>Agents for “%1”</source>
        <translation>Agentes para “%1”</translation>
    </message>
    <message>
        <source>Not every place has an agent of the same name. Choose one of the service&apos;s agents for each; one agent can have only one place.</source>
        <translation>Nem todo lugar tem um agente de mesmo nome. Escolha um dos agentes do serviço para cada um; um agente só pode ocupar um lugar.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Create team</source>
        <translation>Criar equipe</translation>
    </message>
    <message>
        <source>Choose an agent…</source>
        <translation>Escolha um agente…</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>renum::ui::SourceList</name>
    <message>
        <source>Add another source</source>
        <translation>Adicionar outra origem</translation>
    </message>
    <message>
        <source>Source %1 of the input</source>
        <translation>Origem %1 da entrada</translation>
    </message>
    <message>
        <source>Name of the value</source>
        <translation>Nome do valor</translation>
    </message>
    <message>
        <source>Remove this source</source>
        <translation>Remover esta origem</translation>
    </message>
    <message>
        <source>Result of %1 (not possible here)</source>
        <translation>Resultado de %1 (não é possível aqui)</translation>
    </message>
    <message>
        <source>Initial prompt</source>
        <translation>Pedido inicial</translation>
    </message>
    <message>
        <source>Result of %1</source>
        <translation>Resultado de %1</translation>
    </message>
    <message>
        <source>A value that the team shares</source>
        <translation>Um valor que a equipe compartilha</translation>
    </message>
</context>
<context>
    <name>renum::ui::SpendingModel</name>
    <message>
        <source>no price</source>
        <translation>sem preço</translation>
    </message>
    <message numerus="yes">
        <source>%n told by the service</source>
        <translation>
            <numerusform>%n informada pelo serviço</numerusform>
            <numerusform>%n informadas pelo serviço</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n from the price table</source>
        <translation>
            <numerusform>%n pela tabela de preços</numerusform>
            <numerusform>%n pela tabela de preços</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n estimated</source>
        <translation>
            <numerusform>%n estimada</numerusform>
            <numerusform>%n estimadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a price</source>
        <translation>
            <numerusform>%n sem preço</numerusform>
            <numerusform>%n sem preço</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a list</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agente</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Equipe</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Estratégia</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Custo</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Parcela</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Chamadas</translation>
    </message>
    <message>
        <source>Cost a call</source>
        <translation>Custo por chamada</translation>
    </message>
    <message>
        <source>Input tokens</source>
        <translation>Tokens de entrada</translation>
    </message>
    <message>
        <source>of it cached</source>
        <translation>dos quais em cache</translation>
    </message>
    <message>
        <source>Output tokens</source>
        <translation>Tokens de saída</translation>
    </message>
    <message>
        <source>Without a price</source>
        <translation>Sem preço</translation>
    </message>
</context>
<context>
    <name>renum::ui::SpendingView</name>
    <message>
        <source>Breakdown</source>
        <translation>Detalhamento</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Chamadas</translation>
    </message>
    <message>
        <source>Without a price</source>
        <translation>Sem preço</translation>
    </message>
    <message>
        <source>Where the cost comes from</source>
        <translation>De onde vem o custo</translation>
    </message>
    <message>
        <source>These figures are old. %1</source>
        <translation>Estes números são antigos. %1</translation>
    </message>
    <message>
        <source>The costs cannot be read</source>
        <translation>Não foi possível ler os custos</translation>
    </message>
    <message>
        <source>Adding up what was spent…</source>
        <translation>Somando o que foi gasto…</translation>
    </message>
    <message>
        <source>Nothing was spent here</source>
        <translation>Nada foi gasto aqui</translation>
    </message>
    <message>
        <source>No call was booked for what you narrowed to.</source>
        <translation>Nenhuma chamada foi registrada para o que você selecionou.</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Mostrar tudo</translation>
    </message>
    <message>
        <source>Nothing was spent in this period</source>
        <translation>Nada foi gasto neste período</translation>
    </message>
    <message>
        <source>Run a team, and every call of a model is booked here with its tokens and its price. Or choose a longer period above.</source>
        <translation>Execute uma equipe, e cada chamada a um modelo será registrada aqui com seus tokens e seu preço. Ou escolha acima um período mais longo.</translation>
    </message>
</context>
<context>
    <name>renum::ui::StatePanel</name>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
</context>
<context>
    <name>renum::ui::StepComparisonModel</name>
    <message>
        <source>prompt</source>
        <translation>pedido</translation>
    </message>
    <message>
        <source>output</source>
        <translation>saída</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names in a list</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>First run</source>
        <translation>Primeira execução</translation>
    </message>
    <message>
        <source>Second run</source>
        <translation>Segunda execução</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Custo</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>Diferenças</translation>
    </message>
</context>
<context>
    <name>renum::ui::StepInspector</name>
    <message>
        <source>%1, attempt %2</source>
        <extracomment>state of a step, number of its attempt</extracomment>
        <translation>%1, tentativa %2</translation>
    </message>
    <message>
        <source>&amp;Follow the active agent</source>
        <translation>&amp;Acompanhar o agente ativo</translation>
    </message>
    <message>
        <source>Show whichever agent is working</source>
        <translation>Mostra o agente que estiver trabalhando</translation>
    </message>
    <message>
        <source>What the agent wrote</source>
        <translation>O que o agente escreveu</translation>
    </message>
    <message>
        <source>What the agent was asked, exactly as sent</source>
        <translation>O que foi pedido ao agente, exatamente como enviado</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Saída</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Ferramentas</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Tentativas</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>What the agent writes</source>
        <translation>O que o agente escreve</translation>
    </message>
    <message>
        <source>Tools the agent used, with their answers</source>
        <translation>Ferramentas que o agente usou, com suas respostas</translation>
    </message>
    <message>
        <source>Every attempt and its run at the service</source>
        <translation>Cada tentativa e sua execução no serviço</translation>
    </message>
    <message>
        <source>What the whole team produced</source>
        <translation>O que a equipe toda produziu</translation>
    </message>
    <message>
        <source>No agent is selected</source>
        <translation>Nenhum agente selecionado</translation>
    </message>
    <message>
        <source>Tools %1</source>
        <translation>Ferramentas %1</translation>
    </message>
    <message>
        <source>Attempts %1</source>
        <translation>Tentativas %1</translation>
    </message>
    <message>
        <source>Run again from &amp;here…</source>
        <translation>Executar de novo da&amp;qui…</translation>
    </message>
    <message>
        <source>A new execution that keeps the other results</source>
        <translation>Uma nova execução que mantém os outros resultados</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Custo</translation>
    </message>
    <message>
        <source>The exact text that was sent, and where it came from</source>
        <translation>O texto exato que foi enviado e de onde ele veio</translation>
    </message>
    <message>
        <source>What the agent changed of what the team shares</source>
        <translation>O que o agente alterou do que a equipe compartilha</translation>
    </message>
    <message>
        <source>Tokens and money that this step took</source>
        <translation>Tokens e custo desta etapa</translation>
    </message>
    <message>
        <source>Context ±%1</source>
        <extracomment>number of changes</extracomment>
        <translation>Contexto ±%1</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Contexto</translation>
    </message>
    <message>
        <source>Taken over from the execution that this one goes on from: the agent was not called again.</source>
        <translation>Aproveitado da execução que esta continua: o agente não foi chamado de novo.</translation>
    </message>
    <message>
        <source>A result that was kept in the builder stands in for the agent: it was not called, and nothing was paid.</source>
        <translation>Um resultado mantido no construtor substitui o agente: ele não foi chamado e nada foi pago.</translation>
    </message>
</context>
<context>
    <name>renum::ui::StrategyBar</name>
    <message>
        <source>One after the other. Each may get the prompt and the results of those before.</source>
        <translation>Um depois do outro. Cada um pode receber o pedido e os resultados dos anteriores.</translation>
    </message>
    <message>
        <source>Side by side. Who takes the result of another one waits for it.</source>
        <translation>Lado a lado. Quem recebe o resultado de outro espera por ele.</translation>
    </message>
    <message>
        <source>A chain. Each gets the result of the one before, and nothing else.</source>
        <translation>Uma cadeia. Cada um recebe o resultado do anterior, e nada mais.</translation>
    </message>
    <message>
        <source>As conditions say. An agent works only when what it waits for has come true.</source>
        <translation>Como as condições definem. Um agente só trabalha quando o que ele aguarda se cumpriu.</translation>
    </message>
    <message>
        <source>Strategy of the team</source>
        <translation>Estratégia da equipe</translation>
    </message>
</context>
<context>
    <name>renum::ui::StrategyHint</name>
    <message>
        <source>%1 fits better</source>
        <extracomment>%1 is a strategy, for example Parallel</extracomment>
        <translation>Mais adequada: %1</translation>
    </message>
    <message>
        <source>%1 Click to change the strategy: the wires stay, and it can be undone.</source>
        <extracomment>%1 is a sentence</extracomment>
        <translation>%1 Clique para mudar a estratégia: as conexões permanecem, e isso pode ser desfeito.</translation>
    </message>
    <message>
        <source>Do not suggest a strategy for this team any more</source>
        <translation>Não sugerir mais estratégias para esta equipe</translation>
    </message>
    <message>
        <source>Each takes only the result of the one before: that is a pipeline.</source>
        <translation>Cada um recebe só o resultado do anterior: isso é uma cadeia.</translation>
    </message>
    <message>
        <source>Everyone waits for someone, so only one ever works: that is a sequence.</source>
        <translation>Cada um espera por outro, por isso só um trabalha de cada vez: isso é uma sequência.</translation>
    </message>
    <message>
        <source>“%1” and “%2” do not need each other, so they could work side by side.</source>
        <translation>“%1” e “%2” não precisam um do outro, por isso poderiam trabalhar lado a lado.</translation>
    </message>
    <message>
        <source>What “%1” says decides who works: conditions are made for that.</source>
        <translation>O que “%1” diz decide quem trabalha: as condições servem para isso.</translation>
    </message>
    <message>
        <source>Nobody has a condition, so everyone works side by side anyway.</source>
        <translation>Ninguém tem condição, por isso todos já trabalham lado a lado.</translation>
    </message>
</context>
<context>
    <name>renum::ui::SupabaseFields</name>
    <message>
        <source>Use the Supabase project behind the server</source>
        <translation>Usar o projeto Supabase por trás do servidor</translation>
    </message>
    <message>
        <source>Supabase</source>
        <translation>Supabase</translation>
    </message>
    <message>
        <source>Address of the Supabase project</source>
        <translation>Endereço do projeto Supabase</translation>
    </message>
    <message>
        <source>Public key</source>
        <translation>Chave pública</translation>
    </message>
    <message>
        <source>The project&apos;s “anon” key, which is no secret</source>
        <translation>A chave “anon” do projeto, que não é segredo</translation>
    </message>
    <message>
        <source>Public key of the Supabase project</source>
        <translation>Chave pública do projeto Supabase</translation>
    </message>
    <message>
        <source>Suna of the first generation (V1) keeps conversations there; without it they cannot go on in further turns. It also renews a sign-in before its token expires.</source>
        <translation>O Suna da primeira geração (V1) guarda as conversas lá; sem ele, elas não podem continuar em novos turnos. Ele também renova o acesso antes que o token expire.</translation>
    </message>
    <message>
        <source>Refresh token</source>
        <translation>Token de renovação</translation>
    </message>
    <message>
        <source>Leave empty to keep the one that is stored</source>
        <translation>Deixe vazio para manter o que está guardado</translation>
    </message>
    <message>
        <source>Enter it together with the token of the same sign-in. Kept in the system&apos;s keychain, never in a file of Renum</source>
        <translation>Informe-o junto com o token do mesmo acesso. Guardado no chaveiro do sistema, nunca em um arquivo do Renum</translation>
    </message>
</context>
<context>
    <name>renum::ui::TeamCanvas</name>
    <message>
        <source>Align</source>
        <translation>Alinhar</translation>
    </message>
    <message>
        <source>Distribute</source>
        <translation>Distribuir</translation>
    </message>
    <message>
        <source>Collapse frame</source>
        <translation>Recolher moldura</translation>
    </message>
    <message>
        <source>Open frame</source>
        <translation>Abrir moldura</translation>
    </message>
    <message>
        <source>Colour frame</source>
        <translation>Colorir moldura</translation>
    </message>
    <message>
        <source>Take out of frame</source>
        <translation>Retirar da moldura</translation>
    </message>
    <message>
        <source>Add member…</source>
        <translation>Adicionar membro…</translation>
    </message>
    <message>
        <source>Add an agent, wired from the chosen member</source>
        <translation>Adicionar um agente, ligado a partir do membro escolhido</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>Conectar…</translation>
    </message>
    <message>
        <source>Lead a wire from the chosen member, or remove one</source>
        <translation>Levar uma conexão a partir do membro escolhido ou remover uma</translation>
    </message>
    <message>
        <source>Next wire</source>
        <translation>Próxima conexão</translation>
    </message>
    <message>
        <source>Choose one wire of the chosen member after the other</source>
        <translation>Escolher, uma após a outra, as conexões do membro escolhido</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open what is chosen</source>
        <translation>Abrir o que está escolhido</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Recortar</translation>
    </message>
    <message>
        <source>Cut the chosen members</source>
        <translation>Recortar os membros escolhidos</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the chosen members</source>
        <translation>Copiar os membros escolhidos</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Colar</translation>
    </message>
    <message>
        <source>Paste members</source>
        <translation>Colar membros</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplicar</translation>
    </message>
    <message>
        <source>Duplicate the chosen members with their wires</source>
        <translation>Duplicar os membros escolhidos com suas conexões</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
    <message>
        <source>Remove what is chosen</source>
        <translation>Remover o que está escolhido</translation>
    </message>
    <message>
        <source>Remove and join neighbours</source>
        <translation>Remover e unir os vizinhos</translation>
    </message>
    <message>
        <source>Remove the chosen members and join those around them</source>
        <translation>Remover os membros escolhidos e unir os que estão ao redor</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Selecionar tudo</translation>
    </message>
    <message>
        <source>Choose all members</source>
        <translation>Escolher todos os membros</translation>
    </message>
    <message>
        <source>Tidy</source>
        <translation>Organizar</translation>
    </message>
    <message>
        <source>Lay out the chosen members, or the whole team</source>
        <translation>Dispor os membros escolhidos ou a equipe inteira</translation>
    </message>
    <message>
        <source>Align left</source>
        <translation>Alinhar à esquerda</translation>
    </message>
    <message>
        <source>Put left edges in line</source>
        <translation>Alinhar as bordas esquerdas</translation>
    </message>
    <message>
        <source>Align centres</source>
        <translation>Alinhar centros</translation>
    </message>
    <message>
        <source>Put the middles below each other</source>
        <translation>Colocar os centros um abaixo do outro</translation>
    </message>
    <message>
        <source>Align right</source>
        <translation>Alinhar à direita</translation>
    </message>
    <message>
        <source>Put right edges in line</source>
        <translation>Alinhar as bordas direitas</translation>
    </message>
    <message>
        <source>Align top</source>
        <translation>Alinhar no topo</translation>
    </message>
    <message>
        <source>Put upper edges in line</source>
        <translation>Alinhar as bordas superiores</translation>
    </message>
    <message>
        <source>Align middles</source>
        <translation>Alinhar meios</translation>
    </message>
    <message>
        <source>Put the middles beside each other</source>
        <translation>Colocar os centros um ao lado do outro</translation>
    </message>
    <message>
        <source>Align bottom</source>
        <translation>Alinhar na base</translation>
    </message>
    <message>
        <source>Put lower edges in line</source>
        <translation>Alinhar as bordas inferiores</translation>
    </message>
    <message>
        <source>Distribute across</source>
        <translation>Distribuir na horizontal</translation>
    </message>
    <message>
        <source>Leave the same room from left to right</source>
        <translation>Deixar o mesmo espaço da esquerda para a direita</translation>
    </message>
    <message>
        <source>Distribute down</source>
        <translation>Distribuir na vertical</translation>
    </message>
    <message>
        <source>Leave the same room from top to bottom</source>
        <translation>Deixar o mesmo espaço de cima para baixo</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Adicionar nota</translation>
    </message>
    <message>
        <source>Put a text on the canvas</source>
        <translation>Colocar um texto na tela</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Moldura</translation>
    </message>
    <message>
        <source>Put a named frame around the chosen members</source>
        <translation>Colocar uma moldura com nome em volta dos membros escolhidos</translation>
    </message>
    <message>
        <source>Take the chosen members out of their frame</source>
        <translation>Retirar os membros escolhidos da moldura</translation>
    </message>
    <message>
        <source>Collapse or open frame</source>
        <translation>Recolher ou abrir moldura</translation>
    </message>
    <message>
        <source>Show the chosen frame as one card, or what is in it</source>
        <translation>Mostrar a moldura escolhida como um só cartão ou o que há nela</translation>
    </message>
    <message>
        <source>Next frame colour</source>
        <translation>Próxima cor da moldura</translation>
    </message>
    <message>
        <source>Give the chosen frame another colour</source>
        <translation>Dar outra cor à moldura escolhida</translation>
    </message>
    <message>
        <source>Add reroute point</source>
        <translation>Adicionar ponto de desvio</translation>
    </message>
    <message>
        <source>Lead the chosen wire through a point of its own</source>
        <translation>Fazer a conexão escolhida passar por um ponto próprio</translation>
    </message>
    <message>
        <source>Straighten wire</source>
        <translation>Endireitar conexão</translation>
    </message>
    <message>
        <source>Let the chosen wire find its way again</source>
        <translation>Deixar a conexão escolhida encontrar de novo o caminho</translation>
    </message>
    <message>
        <source>Zoom to selection</source>
        <translation>Aproximar da seleção</translation>
    </message>
    <message>
        <source>Fill the view with what is chosen</source>
        <translation>Preencher a vista com o que está escolhido</translation>
    </message>
    <message>
        <source>Show or hide the overview</source>
        <translation>Mostrar ou esconder a visão geral</translation>
    </message>
    <message>
        <source>A small picture of the whole team in the corner</source>
        <translation>Uma pequena imagem da equipe inteira no canto</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>what a command does, and its keys</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Drop to insert it into this wire.</source>
        <translation>Solte para inserir nesta conexão.</translation>
    </message>
    <message>
        <source>%1 is in this team already.</source>
        <translation>%1 já está nesta equipe.</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>Adicionar %1</translation>
    </message>
    <message>
        <source>%1 added.</source>
        <translation>%1 foi adicionado.</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) copied.</source>
        <translation>
            <numerusform>%n membro copiado.</numerusform>
            <numerusform>%n membros copiados.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n member(s)</source>
        <translation>
            <numerusform>Colar %n membro</numerusform>
            <numerusform>Colar %n membros</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n member(s)</source>
        <translation>
            <numerusform>Duplicar %n membro</numerusform>
            <numerusform>Duplicar %n membros</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) added.</source>
        <translation>
            <numerusform>%n membro adicionado.</numerusform>
            <numerusform>%n membros adicionados.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) added that need an agent of their own: choose one for each.</source>
        <translation>
            <numerusform>%n membro adicionado precisa de um agente próprio: escolha um para ele.</numerusform>
            <numerusform>%n membros adicionados precisam de agentes próprios: escolha um para cada um.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n member(s)</source>
        <translation>
            <numerusform>Adicionar %n membro</numerusform>
            <numerusform>Adicionar %n membros</numerusform>
        </translation>
    </message>
    <message>
        <source>Insert %1</source>
        <translation>Inserir %1</translation>
    </message>
    <message>
        <source>Add frame</source>
        <translation>Adicionar moldura</translation>
    </message>
    <message>
        <source>Move note</source>
        <translation>Mover nota</translation>
    </message>
    <message numerus="yes">
        <source>Move %n node(s)</source>
        <translation>
            <numerusform>Mover %n nó</numerusform>
            <numerusform>Mover %n nós</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove reroute point</source>
        <translation>Remover ponto de desvio</translation>
    </message>
    <message>
        <source>Team canvas</source>
        <translation>Tela da equipe</translation>
    </message>
    <message>
        <source>This agent is missing. Choose another one.</source>
        <translation>Este agente não existe mais. Escolha outro.</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Mantido</translation>
    </message>
    <message>
        <source>Kept result %1</source>
        <extracomment>%1 is such as: of 23 Nov 2026 10:32, changed by you</extracomment>
        <translation>Resultado mantido %1</translation>
    </message>
    <message>
        <source>Run only this</source>
        <translation>Executar só este</translation>
    </message>
    <message>
        <source>Run the chosen member alone, on the last results of those before it</source>
        <translation>Executar só o membro escolhido, com os últimos resultados dos anteriores</translation>
    </message>
    <message>
        <source>Run until here</source>
        <translation>Executar até aqui</translation>
    </message>
    <message>
        <source>Run the chosen member and everyone before it</source>
        <translation>Executar o membro escolhido e todos os anteriores</translation>
    </message>
    <message>
        <source>Run from here</source>
        <translation>Executar a partir daqui</translation>
    </message>
    <message>
        <source>Run the chosen member and what builds on it, on the last results of the others</source>
        <translation>Executar o membro escolhido e o que depende dele, com os últimos resultados dos outros</translation>
    </message>
    <message>
        <source>Keep its result…</source>
        <translation>Manter o resultado…</translation>
    </message>
    <message>
        <source>Use a kept result instead of calling the chosen member, or stop doing so</source>
        <translation>Usar um resultado mantido em vez de chamar o membro escolhido ou deixar de usá-lo</translation>
    </message>
</context>
<context>
    <name>renum::ui::TeamDelegate</name>
    <message>
        <source>Changed %1</source>
        <translation>Alterada em %1</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Desativada</translation>
    </message>
    <message numerus="yes">
        <source>%n agent(s)</source>
        <translation>
            <numerusform>%n agente</numerusform>
            <numerusform>%n agentes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>How many agents, then their names</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>renum::ui::TeamDeleter</name>
    <message>
        <source>Delete team</source>
        <translation>Excluir equipe</translation>
    </message>
    <message>
        <source>Delete the team “%1”?</source>
        <translation>Excluir a equipe “%1”?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Excluir</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>“%1” was deleted.</source>
        <translation>“%1” foi excluída.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
    <message>
        <source>Its runs are deleted with it, for good. The team itself and its versions can be brought back for a moment.</source>
        <translation>As execuções dela são excluídas junto, definitivamente. A própria equipe e as versões dela podem ser trazidas de volta por um instante.</translation>
    </message>
</context>
<context>
    <name>renum::ui::TeamDetail</name>
    <message>
        <source>What it is for</source>
        <translation>Para que serve</translation>
    </message>
    <message>
        <source>No description.</source>
        <translation>Sem descrição.</translation>
    </message>
    <message numerus="yes">
        <source>%n agent(s)</source>
        <translation>
            <numerusform>%n agente</numerusform>
            <numerusform>%n agentes</numerusform>
        </translation>
    </message>
    <message>
        <source>Created %1
Changed %2 · version %3</source>
        <translation>Criada em %1
Alterada em %2 · versão %3</translation>
    </message>
</context>
<context>
    <name>renum::ui::TeamFiles</name>
    <message>
        <source>Import a team</source>
        <translation>Importar uma equipe</translation>
    </message>
    <message>
        <source>Teams (*.json);;All files (*)</source>
        <translation>Equipes (*.json);;Todos os arquivos (*)</translation>
    </message>
    <message>
        <source>Export the team</source>
        <translation>Exportar a equipe</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>a text without its secret, and where in a team it is</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <extracomment>a member of a team, a text of it without its secret, and where that is</extracomment>
        <translation>%1: %2 (%3)</translation>
    </message>
    <message numerus="yes">
        <source>The team holds %n text(s) that look like keys or passwords.</source>
        <translation>
            <numerusform>A equipe contém %n texto que parece ser uma chave ou senha.</numerusform>
            <numerusform>A equipe contém %n textos que parecem ser chaves ou senhas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Whoever gets the file can read them. Masked, they become “•••” in the file; your team stays as it is.</source>
        <translation>Quem receber o arquivo poderá lê-los. Mascarados, eles viram “•••” no arquivo; sua equipe permanece como está.</translation>
    </message>
    <message>
        <source>Mask them</source>
        <translation>Mascarar</translation>
    </message>
    <message>
        <source>Export as it is</source>
        <translation>Exportar como está</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>renum::ui::TeamGraphView</name>
    <message>
        <source>Team graph</source>
        <translation>Grafo da equipe</translation>
    </message>
    <message>
        <source>Tab or the arrow keys move between agents, Enter opens one, plus and minus zoom.</source>
        <translation>Tab ou as setas passam de um agente a outro, Enter abre um deles, mais e menos aproximam e afastam.</translation>
    </message>
</context>
<context>
    <name>renum::ui::TeamLimitsPart</name>
    <message>
        <source>Change the time limit of steps</source>
        <translation>Mudar o limite de tempo das etapas</translation>
    </message>
    <message>
        <source>Change the time limit of a run</source>
        <translation>Mudar o limite de tempo de uma execução</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limites</translation>
    </message>
    <message>
        <source>Each step (s)</source>
        <translation>Cada etapa (s)</translation>
    </message>
    <message>
        <source>Whole run (s)</source>
        <translation>Execução inteira (s)</translation>
    </message>
</context>
<context>
    <name>renum::ui::TeamList</name>
    <message>
        <source>Teams</source>
        <translation>Equipes</translation>
    </message>
    <message>
        <source>Reading the teams…</source>
        <translation>Lendo as equipes…</translation>
    </message>
    <message>
        <source>The teams could not be read</source>
        <translation>Não foi possível ler as equipes</translation>
    </message>
    <message>
        <source>No team yet</source>
        <translation>Nenhuma equipe ainda</translation>
    </message>
    <message>
        <source>A team is a group of agents that work on one task together. Begin with a template: it is ready to run.</source>
        <translation>Uma equipe é um grupo de agentes que trabalham juntos em uma tarefa. Comece com um modelo: ele está pronto para ser executado.</translation>
    </message>
    <message>
        <source>Create the first team</source>
        <translation>Criar a primeira equipe</translation>
    </message>
    <message>
        <source>No team matches “%1”</source>
        <translation>Nenhuma equipe corresponde a “%1”</translation>
    </message>
    <message>
        <source>The search looks at names and descriptions.</source>
        <translation>A pesquisa considera nomes e descrições.</translation>
    </message>
</context>
<context>
    <name>renum::ui::TeamPeoplePart</name>
    <message>
        <source>Ask before a member starts</source>
        <translation>Perguntar antes de um membro começar</translation>
    </message>
    <message>
        <source>Ask nobody before a member</source>
        <translation>Não perguntar a ninguém antes de um membro</translation>
    </message>
    <message>
        <source>Change when nobody is asked</source>
        <translation>Mudar quando não se pergunta a ninguém</translation>
    </message>
    <message>
        <source>Change how long people are waited for</source>
        <translation>Mudar por quanto tempo se espera pelas pessoas</translation>
    </message>
    <message>
        <source>Change who may ask whom</source>
        <translation>Mudar quem pode perguntar a quem</translation>
    </message>
    <message>
        <source>Change team tools</source>
        <translation>Mudar as ferramentas de equipe</translation>
    </message>
    <message>
        <source>Change notifications</source>
        <translation>Mudar as notificações</translation>
    </message>
    <message>
        <source>People and teamwork</source>
        <translation>Pessoas e trabalho em equipe</translation>
    </message>
    <message>
        <source>Ask a person before</source>
        <translation>Perguntar a uma pessoa antes de</translation>
    </message>
    <message>
        <source>Add a member to ask before…</source>
        <translation>Adicionar um membro antes do qual perguntar…</translation>
    </message>
    <message>
        <source>Ask nobody if</source>
        <translation>Não perguntar a ninguém se</translation>
    </message>
    <message>
        <source>Conditions under which nobody is asked</source>
        <translation>Condições em que não se pergunta a ninguém</translation>
    </message>
    <message>
        <source>Wait for an answer (s)</source>
        <translation>Esperar por uma resposta (s)</translation>
    </message>
    <message>
        <source>As long as it takes</source>
        <translation>O tempo que for preciso</translation>
    </message>
    <message>
        <source>Only coordinators may ask other members</source>
        <translation>Só coordenadores podem perguntar a outros membros</translation>
    </message>
    <message>
        <source>Team tools</source>
        <translation>Ferramentas de equipe</translation>
    </message>
    <message>
        <source>Usual: %1</source>
        <translation>Padrão: %1</translation>
    </message>
    <message>
        <source>Tell me when a run ends</source>
        <translation>Avisar-me quando uma execução terminar</translation>
    </message>
</context>
<context>
    <name>renum::ui::TeamRunPart</name>
    <message>
        <source>Change what a failure means</source>
        <translation>Mudar o que uma falha significa</translation>
    </message>
    <message>
        <source>Change the result of the team</source>
        <translation>Mudar o resultado da equipe</translation>
    </message>
    <message>
        <source>Change how many run at once</source>
        <translation>Mudar quantos trabalham ao mesmo tempo</translation>
    </message>
    <message>
        <source>Change the rounds of feedback</source>
        <translation>Mudar as rodadas de feedback</translation>
    </message>
    <message>
        <source>Change what a failure stops</source>
        <translation>Mudar o que uma falha interrompe</translation>
    </message>
    <message>
        <source>Change how values are joined</source>
        <translation>Mudar como os valores são reunidos</translation>
    </message>
    <message>
        <source>How it runs</source>
        <translation>Como é executada</translation>
    </message>
    <message>
        <source>If a step fails</source>
        <translation>Se uma etapa falhar</translation>
    </message>
    <message>
        <source>Result of the team</source>
        <translation>Resultado da equipe</translation>
    </message>
    <message>
        <source>Run at once</source>
        <translation>Ao mesmo tempo</translation>
    </message>
    <message>
        <source>Rounds of feedback</source>
        <translation>Rodadas de feedback</translation>
    </message>
    <message>
        <source>Stop the others at the first failure</source>
        <translation>Parar os outros na primeira falha</translation>
    </message>
    <message>
        <source>Join shared objects part by part</source>
        <translation>Juntar objetos compartilhados parte por parte</translation>
    </message>
    <message>
        <source>Otherwise a later object takes the place of an earlier one.</source>
        <translation>Caso contrário, um objeto posterior toma o lugar de um anterior.</translation>
    </message>
    <message>
        <source>The results of all members</source>
        <translation>Os resultados de todos os membros</translation>
    </message>
    <message>
        <source>The result of the leader</source>
        <translation>O resultado do líder</translation>
    </message>
    <message>
        <source>The result of the last member</source>
        <translation>O resultado do último membro</translation>
    </message>
    <message>
        <source>Usual: %1</source>
        <extracomment>%1 is what happens unless something else is chosen</extracomment>
        <translation>Padrão: %1</translation>
    </message>
    <message>
        <source>The result of %1</source>
        <translation>O resultado de %1</translation>
    </message>
</context>
<context>
    <name>renum::ui::TeamSaver</name>
    <message>
        <source>Join with the stored version</source>
        <translation>Juntar com a versão guardada</translation>
    </message>
</context>
<context>
    <name>renum::ui::TeamTextsPart</name>
    <message>
        <source>Rename the team</source>
        <translation>Renomear a equipe</translation>
    </message>
    <message>
        <source>Describe the team</source>
        <translation>Descrever a equipe</translation>
    </message>
    <message>
        <source>Change the team&apos;s model</source>
        <translation>Mudar o modelo da equipe</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Equipe</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Descrição</translation>
    </message>
    <message>
        <source>What the team is for</source>
        <translation>Para que serve a equipe</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>As each agent&apos;s service says</source>
        <translation>Como define o serviço de cada agente</translation>
    </message>
    <message>
        <source>For members that choose none of their own.</source>
        <translation>Para os membros que não escolhem um próprio.</translation>
    </message>
    <message>
        <source>%1/%2</source>
        <extracomment>How many characters there are, and how many there may be</extracomment>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>A name has %1 to %2 characters.</source>
        <translation>Um nome tem de %1 a %2 caracteres.</translation>
    </message>
    <message>
        <source>A description has at most %1 characters.</source>
        <translation>Uma descrição tem no máximo %1 caracteres.</translation>
    </message>
</context>
<context>
    <name>renum::ui::TeamsHeader</name>
    <message>
        <source>All teams</source>
        <translation>Todas as equipes</translation>
    </message>
    <message>
        <source>Back to the list (Esc)</source>
        <translation>Voltar à lista (Esc)</translation>
    </message>
    <message>
        <source>Search teams…</source>
        <translation>Pesquisar equipes…</translation>
    </message>
    <message>
        <source>Search teams</source>
        <translation>Pesquisar equipes</translation>
    </message>
    <message>
        <source>Searches names and descriptions (Ctrl+F)</source>
        <translation>Pesquisa nomes e descrições (Ctrl+F)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Excluir</translation>
    </message>
    <message>
        <source>Deletes this team after asking</source>
        <translation>Exclui esta equipe depois de perguntar</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Executar</translation>
    </message>
    <message>
        <source>Run this team (Ctrl+R)</source>
        <translation>Executar esta equipe (Ctrl+R)</translation>
    </message>
    <message>
        <source>Run the selected team (Ctrl+R)</source>
        <translation>Executar a equipe selecionada (Ctrl+R)</translation>
    </message>
    <message>
        <source>New team</source>
        <translation>Nova equipe</translation>
    </message>
    <message>
        <source>Begins an empty team in the builder (Ctrl+N)</source>
        <translation>Começa uma equipe vazia no construtor (Ctrl+N)</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Opens this team in the builder (Ctrl+E)</source>
        <translation>Abre esta equipe no construtor (Ctrl+E)</translation>
    </message>
</context>
<context>
    <name>renum::ui::TeamsPage</name>
    <message>
        <source>Teams</source>
        <translation>Equipes</translation>
    </message>
    <message>
        <source>“%1” is ready to run.</source>
        <translation>“%1” está pronta para ser executada.</translation>
    </message>
    <message>
        <source>Start from a template</source>
        <translation>Comece com um modelo</translation>
    </message>
    <message>
        <source>Your teams</source>
        <translation>Suas equipes</translation>
    </message>
    <message>
        <source>Run the selected team</source>
        <translation>Executar a equipe selecionada</translation>
    </message>
    <message>
        <source>Delete the selected team</source>
        <translation>Excluir a equipe selecionada</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Voltar à lista</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>New team</source>
        <translation>Nova equipe</translation>
    </message>
    <message>
        <source>Edit the selected team</source>
        <translation>Editar a equipe selecionada</translation>
    </message>
</context>
<context>
    <name>renum::ui::TemplateCard</name>
    <message>
        <source>Use template</source>
        <translation>Usar modelo</translation>
    </message>
    <message>
        <source>Use template %1</source>
        <translation>Usar o modelo %1</translation>
    </message>
    <message>
        <source>Creates a team that you can run at once</source>
        <translation>Cria uma equipe que pode ser executada imediatamente</translation>
    </message>
</context>
<context>
    <name>renum::ui::TemplateGallery</name>
    <message>
        <source>Reading the templates…</source>
        <translation>Lendo os modelos…</translation>
    </message>
    <message>
        <source>The templates could not be read</source>
        <translation>Não foi possível ler os modelos</translation>
    </message>
</context>
<context>
    <name>renum::ui::TemplateKeeper</name>
    <message>
        <source>“%1” is among your templates now.</source>
        <translation>“%1” agora está entre os seus modelos.</translation>
    </message>
    <message>
        <source>Rename the template</source>
        <translation>Renomear o modelo</translation>
    </message>
    <message>
        <source>What to call “%1” from now on</source>
        <translation>Como chamar “%1” a partir de agora</translation>
    </message>
    <message>
        <source>The template “%1” was deleted.</source>
        <translation>O modelo “%1” foi excluído.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
    <message>
        <source>Add a folder of templates</source>
        <translation>Adicionar uma pasta de modelos</translation>
    </message>
</context>
<context>
    <name>renum::ui::TemplateShelfView</name>
    <message>
        <source>None yet. Save a team as a template in the builder, or add a folder of template files.</source>
        <translation>Nenhum ainda. Salve uma equipe como modelo no construtor ou adicione uma pasta de arquivos de modelo.</translation>
    </message>
    <message>
        <source>Remove the folder from the list</source>
        <translation>Remover a pasta da lista</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Excluir</translation>
    </message>
    <message>
        <source>Its files stay where they are</source>
        <translation>Os arquivos dela ficam onde estão</translation>
    </message>
    <message>
        <source>Deletes the template; you can undo it (Del)</source>
        <translation>Exclui o modelo; isso pode ser desfeito (Del)</translation>
    </message>
    <message>
        <source>Your own templates</source>
        <translation>Seus próprios modelos</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Estratégia</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Sobre</translation>
    </message>
    <message>
        <source>Use template</source>
        <translation>Usar modelo</translation>
    </message>
    <message>
        <source>Creates a team that you can run at once</source>
        <translation>Cria uma equipe que pode ser executada imediatamente</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renomear…</translation>
    </message>
    <message>
        <source>Gives the template another name (F2)</source>
        <translation>Dá outro nome ao modelo (F2)</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Adicionar uma pasta…</translation>
    </message>
    <message>
        <source>Lists the template files of a folder, for example a shared one</source>
        <translation>Lista os arquivos de modelo de uma pasta, por exemplo, de uma compartilhada</translation>
    </message>
</context>
<context>
    <name>renum::ui::TextDifferenceView</name>
    <message>
        <source>Comparing…</source>
        <translation>Comparando…</translation>
    </message>
</context>
<context>
    <name>renum::ui::Theme</name>
    <message>
        <source>Waiting</source>
        <translation>Aguardando</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Em execução</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Concluído</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Falhou</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Ignorado</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Parado</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Nova tentativa</translation>
    </message>
</context>
<context>
    <name>renum::ui::TilesRow</name>
    <message>
        <source>No price</source>
        <translation>Sem preço</translation>
    </message>
    <message>
        <source>All that was booked</source>
        <translation>Tudo o que foi registrado</translation>
    </message>
    <message numerus="yes">
        <source>the %n day(s) before</source>
        <translation>
            <numerusform>período anterior (%n dia)</numerusform>
            <numerusform>período anterior (%n dias)</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was spent in %1</source>
        <translation>Nada foi gasto no %1</translation>
    </message>
    <message>
        <source>No amount is known for %1</source>
        <translation>Nenhum valor é conhecido para o %1</translation>
    </message>
    <message>
        <source>As much as in %1</source>
        <translation>O mesmo que no %1</translation>
    </message>
    <message>
        <source>▲ %1 on %2</source>
        <translation>▲ %1 sobre o %2</translation>
    </message>
    <message>
        <source>▼ %1 on %2</source>
        <translation>▼ %1 sobre o %2</translation>
    </message>
    <message>
        <source>Spent, %1</source>
        <comment>days</comment>
        <translation>Gasto, %1</translation>
    </message>
    <message>
        <source>Forecast, end of the month</source>
        <translation>Previsão, fim do mês</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Ainda não</translation>
    </message>
    <message>
        <source>After three days with calls; %1 so far</source>
        <translation>Após três dias com chamadas; %1 até agora</translation>
    </message>
    <message>
        <source>%1 – %2 in four of five cases</source>
        <comment>amounts</comment>
        <translation>%1 – %2 em quatro de cada cinco casos</translation>
    </message>
    <message numerus="yes">
        <source>%1 – %2, without %n call(s) that have no price</source>
        <comment>amounts</comment>
        <translation>
            <numerusform>%1 – %2, sem %n chamada que não tem preço</numerusform>
            <numerusform>%1 – %2, sem %n chamadas que não têm preço</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 completed</source>
        <comment>a share</comment>
        <translation>%1 concluídas</translation>
    </message>
    <message>
        <source>None has ended</source>
        <translation>Nenhuma terminou</translation>
    </message>
    <message>
        <source>%1, whatever agents and models</source>
        <translation>%1, com quaisquer agentes e modelos</translation>
    </message>
    <message>
        <source>Executions</source>
        <translation>Execuções</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 tokens</translation>
    </message>
    <message>
        <source>%1 tokens, %2 of the input cached</source>
        <translation>%1 tokens, %2 da entrada em cache</translation>
    </message>
    <message>
        <source>Model calls</source>
        <translation>Chamadas a modelos</translation>
    </message>
    <message>
        <source>Without a price</source>
        <translation>Sem preço</translation>
    </message>
    <message>
        <source>Every call has an amount</source>
        <translation>Toda chamada tem um valor</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a list</comment>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>models</comment>
        <translation>
            <numerusform>%1 e mais %n</numerusform>
            <numerusform>%1 e mais %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Fix…</source>
        <translation>Corrigir…</translation>
    </message>
    <message>
        <source>Give these models a price</source>
        <translation>Dar um preço a estes modelos</translation>
    </message>
    <message>
        <source>After three days with calls that have a price</source>
        <translation>Após três dias com chamadas que têm preço</translation>
    </message>
</context>
<context>
    <name>renum::ui::TimelinePanel</name>
    <message>
        <source>Fold idle time</source>
        <translation>Recolher tempo ocioso</translation>
    </message>
    <message>
        <source>Draw times in which nobody works as a narrow gap (F)</source>
        <translation>Desenhar os períodos em que ninguém trabalha como um intervalo estreito (F)</translation>
    </message>
    <message>
        <source>Critical path</source>
        <translation>Caminho crítico</translation>
    </message>
    <message>
        <source>Underline the steps that decide when the run ends: only what makes these quicker makes the run quicker</source>
        <translation>Sublinhar as etapas que decidem quando a execução termina: só o que acelera essas etapas acelera a execução</translation>
    </message>
    <message>
        <source>Zoom in (plus, or Ctrl and the wheel)</source>
        <translation>Aproximar (mais, ou Ctrl e a roda do mouse)</translation>
    </message>
    <message>
        <source>Zoom out (minus, or Ctrl and the wheel)</source>
        <translation>Afastar (menos, ou Ctrl e a roda do mouse)</translation>
    </message>
    <message>
        <source>Show all of the run (0)</source>
        <translation>Mostrar a execução inteira (0)</translation>
    </message>
    <message>
        <source>Selected: %1</source>
        <extracomment>what lies in a selected range of time</extracomment>
        <translation>Seleção: %1</translation>
    </message>
    <message>
        <source>Tokens and money are those of the attempts that ended in the range.</source>
        <translation>Os tokens e o custo são os das tentativas que terminaram no intervalo.</translation>
    </message>
    <message>
        <source>Critical path: %1</source>
        <extracomment>names of agents</extracomment>
        <translation>Caminho crítico: %1</translation>
    </message>
</context>
<context>
    <name>renum::ui::TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>Linha do tempo</translation>
    </message>
    <message>
        <source>One lane for each agent. Up and Down choose a lane, Left and Right an attempt, plus and minus zoom.</source>
        <translation>Uma faixa para cada agente. As setas para cima e para baixo escolhem a faixa, as setas para a esquerda e para a direita, a tentativa; mais e menos aproximam e afastam.</translation>
    </message>
</context>
<context>
    <name>renum::ui::ToolConsent</name>
    <message>
        <source>Give agents the team&apos;s tools while they work</source>
        <translation>Dar aos agentes as ferramentas da equipe enquanto trabalham</translation>
    </message>
    <message>
        <source>For members that call tools; the others write to the team in their answers</source>
        <translation>Para membros que chamam ferramentas; os outros escrevem à equipe em suas respostas</translation>
    </message>
    <message>
        <source>Renum adds a tool server to the agent&apos;s settings when an execution begins and takes it away at its end. Without this such members use the team&apos;s protocol in their answers.</source>
        <translation>O Renum acrescenta um servidor de ferramentas às configurações do agente quando uma execução começa e o retira no fim. Sem isso, esses membros usam o protocolo da equipe em suas respostas.</translation>
    </message>
    <message>
        <source>Reached at</source>
        <translation>Acessível em</translation>
    </message>
    <message>
        <source>Empty: the server runs on this computer</source>
        <translation>Vazio: o servidor roda neste computador</translation>
    </message>
    <message>
        <source>The address under which the server reaches this computer, for example that of a tunnel</source>
        <translation>O endereço pelo qual o servidor alcança este computador, por exemplo o de um túnel</translation>
    </message>
    <message>
        <source>Address of this computer for the team&apos;s tools</source>
        <translation>Endereço deste computador para as ferramentas da equipe</translation>
    </message>
</context>
<context>
    <name>renum::ui::ToolsView</name>
    <message>
        <source>%1 · waiting for the answer</source>
        <extracomment>a tool that has not answered</extracomment>
        <translation>%1 · aguardando a resposta</translation>
    </message>
    <message>
        <source>%1 · done</source>
        <translation>%1 · concluída</translation>
    </message>
    <message>
        <source>%1 · failed</source>
        <translation>%1 · falhou</translation>
    </message>
    <message>
        <source>(none given)</source>
        <translation>(nenhum informado)</translation>
    </message>
    <message>
        <source>(none yet)</source>
        <translation>(nenhuma ainda)</translation>
    </message>
    <message>
        <source>Called with:
%1

Answered:
%2</source>
        <extracomment>what a tool was called with, and what it answered</extracomment>
        <translation>Chamada com:
%1

Resposta:
%2</translation>
    </message>
    <message>
        <source>No tool was used.</source>
        <translation>Nenhuma ferramenta foi usada.</translation>
    </message>
    <message>
        <source>Tools used</source>
        <translation>Ferramentas usadas</translation>
    </message>
    <message>
        <source>Choose a tool to see what it was asked and what it answered</source>
        <translation>Escolha uma ferramenta para ver o que lhe foi pedido e o que respondeu</translation>
    </message>
    <message>
        <source>What the tool was asked and what it answered</source>
        <translation>O que foi pedido à ferramenta e o que ela respondeu</translation>
    </message>
</context>
<context>
    <name>renum::ui::UnpricedPanel</name>
    <message>
        <source>Every call of this period has an amount.</source>
        <translation>Toda chamada deste período tem um valor.</translation>
    </message>
    <message>
        <source>Calls of these models are in no amount, because nobody told their price. A price that you give holds for calls from now on; what is booked stays as it is.</source>
        <translation>As chamadas a estes modelos não entram em nenhum valor, porque ninguém informou o preço deles. Um preço que você der vale para as chamadas a partir de agora; o que já foi registrado permanece como está.</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n chamada</numerusform>
            <numerusform>%n chamadas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 tokens</translation>
    </message>
    <message>
        <source>Fix…</source>
        <translation>Corrigir…</translation>
    </message>
    <message>
        <source>Give %1 a price</source>
        <translation>Dar um preço a %1</translation>
    </message>
</context>
<context>
    <name>renum::ui::UsageView</name>
    <message>
        <source>not known</source>
        <translation>desconhecido</translation>
    </message>
    <message>
        <source>≈ %1</source>
        <extracomment>a number that was counted, not told</extracomment>
        <translation>≈ %1</translation>
    </message>
    <message>
        <source>not known: the model has no price</source>
        <translation>desconhecido: o modelo não tem preço</translation>
    </message>
    <message numerus="yes">
        <source>%n told by the service</source>
        <translation>
            <numerusform>%n informado pelo serviço</numerusform>
            <numerusform>%n informados pelo serviço</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n from the price table</source>
        <translation>
            <numerusform>%n da tabela de preços</numerusform>
            <numerusform>%n da tabela de preços</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n estimated</source>
        <translation>
            <numerusform>%n estimado</numerusform>
            <numerusform>%n estimados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a price</source>
        <translation>
            <numerusform>%n sem preço</numerusform>
            <numerusform>%n sem preço</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a list</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Custo</translation>
    </message>
    <message>
        <source>Where the amounts come from</source>
        <translation>Origem dos valores</translation>
    </message>
    <message>
        <source>Calls of a model</source>
        <translation>Chamadas ao modelo</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Provedor</translation>
    </message>
    <message>
        <source>Tokens read</source>
        <translation>Tokens lidos</translation>
    </message>
    <message>
        <source>Tokens written</source>
        <translation>Tokens escritos</translation>
    </message>
    <message>
        <source>Tokens read from a cache</source>
        <translation>Tokens lidos do cache</translation>
    </message>
    <message>
        <source>Tokens written to a cache</source>
        <translation>Tokens gravados no cache</translation>
    </message>
    <message>
        <source>Tokens of reasoning</source>
        <translation>Tokens de raciocínio</translation>
    </message>
    <message>
        <source>Tokens “%1”</source>
        <translation>Tokens “%1”</translation>
    </message>
    <message>
        <source>What this step took</source>
        <translation>O que esta etapa consumiu</translation>
    </message>
</context>
<context>
    <name>renum::ui::VersionList</name>
    <message>
        <source>Versions</source>
        <translation>Versões</translation>
    </message>
    <message>
        <source>Versions of the team</source>
        <translation>Versões da equipe</translation>
    </message>
    <message>
        <source>Name this version…</source>
        <translation>Dar nome a esta versão…</translation>
    </message>
    <message>
        <source>A version with a name is kept for good (F2)</source>
        <translation>Uma versão com nome é guardada para sempre (F2)</translation>
    </message>
    <message>
        <source>No versions yet</source>
        <translation>Ainda não há versões</translation>
    </message>
    <message>
        <source>Each time this team is saved, a version of it is kept here. You can compare it with others and bring it back.</source>
        <translation>Cada vez que esta equipe é salva, uma versão dela é guardada aqui. Você pode compará-la com outras e trazê-la de volta.</translation>
    </message>
    <message>
        <source>Reading the versions…</source>
        <translation>Lendo as versões…</translation>
    </message>
    <message>
        <source>The versions could not be read</source>
        <translation>Não foi possível ler as versões</translation>
    </message>
    <message>
        <source>Name the version</source>
        <translation>Nome da versão</translation>
    </message>
    <message>
        <source>What to call version %1. Without a name, it goes when there are many newer ones.</source>
        <translation>Como chamar a versão %1. Sem nome, ela é descartada quando há muitas mais novas.</translation>
    </message>
</context>
<context>
    <name>renum::ui::VersionListModel</name>
    <message>
        <source>%1. %2.</source>
        <extracomment>A version for screen readers: when it was stored, what was changed</extracomment>
        <translation>%1. %2.</translation>
    </message>
</context>
<context>
    <name>renum::ui::VersionsView</name>
    <message>
        <source>Versions of the team</source>
        <translation>Versões da equipe</translation>
    </message>
    <message>
        <source>&amp;Compared with</source>
        <translation>&amp;Comparada com</translation>
    </message>
    <message>
        <source>Back to the canvas</source>
        <translation>Voltar à tela da equipe</translation>
    </message>
    <message>
        <source>Back to the canvas (Esc)</source>
        <translation>Voltar à tela da equipe (Esc)</translation>
    </message>
    <message>
        <source>What is in the editor</source>
        <translation>O que está no editor</translation>
    </message>
    <message>
        <source>The version before it</source>
        <translation>A versão anterior a ela</translation>
    </message>
    <message>
        <source>Restore version %1</source>
        <extracomment>A step of the history of edits</extracomment>
        <translation>Restaurar a versão %1</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Puts this version into the editor, as a step that can be undone. It is stored when you save.</source>
        <translation>Coloca esta versão no editor, como um passo que pode ser desfeito. Ela será guardada quando você salvar.</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <extracomment>Two versions of a team that are compared</extracomment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versões</translation>
    </message>
    <message>
        <source>Reading the version…</source>
        <translation>Lendo a versão…</translation>
    </message>
    <message>
        <source>Nothing to compare</source>
        <translation>Nada para comparar</translation>
    </message>
    <message>
        <source>What changed between two versions is shown here.</source>
        <translation>O que mudou entre duas versões aparece aqui.</translation>
    </message>
    <message>
        <source>The version could not be read</source>
        <translation>Não foi possível ler a versão</translation>
    </message>
</context>
<context>
    <name>renum::ui::ViewsPanel</name>
    <message>
        <source>Views of the team</source>
        <translation>Visualizações da equipe</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plano</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Estrutura</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Membros</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Show the problems</source>
        <translation>Mostrar os problemas</translation>
    </message>
    <message>
        <source>Show the plan</source>
        <translation>Mostrar o plano</translation>
    </message>
    <message>
        <source>Show the outline</source>
        <translation>Mostrar a estrutura</translation>
    </message>
    <message>
        <source>Show the members</source>
        <translation>Mostrar os membros</translation>
    </message>
    <message>
        <source>Show the JSON</source>
        <translation>Mostrar o JSON</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>what a tab does, and its keys</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Problems %L1</source>
        <extracomment>the tab that lists problems, and how many there are</extracomment>
        <translation>Problemas %L1</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Unfold the views</source>
        <translation>Expandir as visualizações</translation>
    </message>
    <message>
        <source>Fold the views</source>
        <translation>Recolher as visualizações</translation>
    </message>
</context>
<context>
    <name>renum::ui::ZoomBar</name>
    <message>
        <source>Zoom out (minus)</source>
        <translation>Afastar (menos)</translation>
    </message>
    <message>
        <source>Original size (0)</source>
        <translation>Tamanho original (0)</translation>
    </message>
    <message>
        <source>Zoom in (plus)</source>
        <translation>Aproximar (mais)</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajustar</translation>
    </message>
    <message>
        <source>Show the whole team (F)</source>
        <translation>Mostrar a equipe inteira (F)</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>zoom of the canvas in percent</extracomment>
        <translation>%1 %</translation>
    </message>
</context>
</TS>
