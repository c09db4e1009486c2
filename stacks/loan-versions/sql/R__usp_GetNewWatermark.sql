-- The highest value of a table's watermark column; of an empty table, the watermark that it has.
CREATE OR ALTER PROCEDURE [dbo].[usp_GetNewWatermark]
    @TableName varchar(100),
    @WatermarkColumnName varchar(100)
AS
BEGIN
    SET NOCOUNT ON;

    DECLARE @Watermark datetime;
    DECLARE @Message nvarchar(2048);
    DECLARE @Query nvarchar(max);

    SELECT @Watermark = [WaterMarkVal] FROM [dbo].[WaterMark] WHERE [TableName] = @TableName;

    IF @Watermark IS NULL
    BEGIN
        SET @Message = CONCAT(N'usp_GetNewWatermark: table "', @TableName, N'" is not registered in dbo.WaterMark');
        THROW 50002, @Message, 1;
    END;

    -- The names come from a pipeline's parameters: only those of the catalog get into a query.
    SELECT @Query = CONCAT(
        N'SELECT COALESCE(MAX(CONVERT(datetime2(3), ', QUOTENAME([columns].[name]), N')), @Watermark)',
        N' AS [NewWaterMarkVal] FROM ', QUOTENAME(N'dbo'), N'.', QUOTENAME([tables].[name]))
    FROM [sys].[tables] AS [tables]
    INNER JOIN [sys].[columns] AS [columns] ON [columns].[object_id] = [tables].[object_id]
    WHERE [tables].[schema_id] = SCHEMA_ID(N'dbo')
        AND [tables].[name] = @TableName
        AND [columns].[name] = @WatermarkColumnName;

    IF @Query IS NULL
    BEGIN
        SET @Message = CONCAT(
            N'usp_GetNewWatermark: there is no column "', @WatermarkColumnName, N'" in table "dbo.', @TableName, N'"');
        THROW 50003, @Message, 1;
    END;

    EXECUTE [sys].[sp_executesql] @Query, N'@Watermark datetime', @Watermark;
END;
